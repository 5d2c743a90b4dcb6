package fr.passerelle.vocab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A concept scheme as one release states it: its concepts, found by code and walked in code order.
 */
public final class Scheme {
  private final String id;
  private final String title;
  private final List<Concept> concepts;
  private final Map<String, Concept> byCode;
  private final Set<ConceptType> types = EnumSet.noneOf(ConceptType.class);

  private Scheme(String id, String title, List<Concept> concepts, Map<String, Concept> byCode) {
    this.id = id;
    this.title = title;
    this.concepts = concepts;
    this.byCode = byCode;
    concepts.forEach(concept -> types.add(concept.type()));
  }

  /**
   * A scheme of those concepts.
   *
   * @throws RefusedException where two concepts have one code, or one belongs to another scheme
   */
  public static Scheme of(String id, String title, Collection<Concept> concepts) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Concept> byCode = HashMap.newHashMap(concepts.size());
    for (Concept concept : concepts) {
      if (!concept.ref().scheme().equals(id)) {
        faults.add(
            new Fault(concept.ref().toString(), "foreign-concept", "n'appartient pas à " + id));
      }
      if (byCode.put(concept.code(), concept) != null) {
        faults.add(
            new Fault(
                concept.ref().toString(),
                "duplicate-code",
                "deux concepts portent ce code ; un code n'a qu'un sens dans une édition"));
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    List<Concept> sorted = concepts.stream().sorted(Comparator.comparing(Concept::code)).toList();
    return new Scheme(id, title, sorted, byCode);
  }

  /** Identifier in URIs, e.g. {@code rome-4} or {@code rome-4-secteur-naf}. */
  public String id() {
    return id;
  }

  /** French name. */
  public String title() {
    return title;
  }

  /** The types of its concepts, in their order. */
  public Set<ConceptType> types() {
    return Collections.unmodifiableSet(types);
  }

  /** All concepts in code order, retired and referenced ones included. */
  public List<Concept> concepts() {
    return concepts;
  }

  /** The concept of that exact code. */
  public Optional<Concept> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }
}
