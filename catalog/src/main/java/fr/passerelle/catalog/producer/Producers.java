package fr.passerelle.catalog.producer;

import fr.passerelle.vocab.search.Folding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All producers known at one moment, found by code and by name. */
public final class Producers {
  /** None. */
  public static final Producers NONE = new Producers(List.of());

  private final Map<String, Producer> byCode = new TreeMap<>();
  private final Map<String, Producer> byName = new HashMap<>();

  /** Those producers; of two of one code the last counts. */
  public Producers(Collection<Producer> producers) {
    producers.forEach(each -> byCode.put(each.code(), each));
    byCode
        .values()
        .forEach(each ->
            each.names().forEach(name -> byName.putIfAbsent(Folding.of(name.text()), each)));
  }

  /** All, in the order of their codes. */
  public List<Producer> list() {
    return List.copyOf(byCode.values());
  }

  /** The producer of that code. */
  public Optional<Producer> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The producer of that code, or of that name whatever case, accents and punctuation. */
  public Optional<Producer> findNamed(String codeOrName) {
    return find(codeOrName).or(() -> Optional.ofNullable(byName.get(Folding.of(codeOrName))));
  }

  /** Its name in French, or the code itself where it is unknown. */
  public String name(String code, String lang) {
    return find(code).map(each -> each.name(lang)).orElse(code);
  }
}
