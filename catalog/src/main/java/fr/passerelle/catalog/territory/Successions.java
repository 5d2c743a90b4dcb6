package fr.passerelle.catalog.territory;

import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.catalog.territory.GeographyPart.Succession;
import fr.passerelle.vocab.search.Folding;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What communes of an old list are in the reference vintage, by a table that says where codes of
 * all years are in a later one.
 *
 * <p>That table knows codes, not years: 85084 was Les Essarts, then Essarts-en-Bocage with L'Oie
 * and Sainte-Florence, which were restored in 2024; it names all three as its successors, of
 * whatever year. A commune that the old list has, under the name it bears today, was there by
 * itself and takes nothing of its neighbours.
 */
final class Successions {
  private final Map<String, Commune> old;
  private final Map<String, Commune> today;
  private final Map<String, Set<String>> successors = new HashMap<>();

  /** Communes of today by what they are in the later vintage. */
  private final Map<String, Set<String>> back = new HashMap<>();

  Successions(
      Map<String, Commune> old, Map<String, Commune> today, GeographyPart.Successors given) {
    this.old = old;
    this.today = today;
    for (Succession each : given.all()) {
      boolean lives = today.containsKey(each.before());
      // Nine in ten rows say that a commune is what it was.
      if (!lives || !each.before().equals(each.now())) {
        successors.computeIfAbsent(each.before(), code -> new TreeSet<>()).add(each.now());
      }
      if (lives && !today.containsKey(each.now())) {
        back.computeIfAbsent(each.now(), code -> new TreeSet<>()).add(each.before());
      }
    }
  }

  /** Whether the table says no more of a code than that it is there. */
  boolean isUntold(String code) {
    return !successors.containsKey(code);
  }

  /** Communes of today that have something of that one; none where nothing says. */
  Set<String> of(String code) {
    Set<String> later = successors.getOrDefault(code, Set.of());
    boolean lives = today.containsKey(code);
    if (later.isEmpty()) {
      return lives ? Set.of(code) : Set.of();
    }
    if (lives) {
      Set<String> kept = new TreeSet<>(Set.of(code));
      later.stream().filter(each -> isNew(each, code)).forEach(kept::add);
      return kept;
    }
    Set<String> kept =
        later.stream()
            .filter(each -> !stands(each))
            .flatMap(each -> now(each).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return kept.isEmpty()
        ? later.stream().flatMap(each -> now(each).stream()).collect(Collectors.toSet())
        : kept;
  }

  /** Whether a successor was cut out of the commune since: the old list has it not by itself. */
  private boolean isNew(String successor, String code) {
    return today.containsKey(successor)
        && !successor.equals(code)
        && !stands(successor)
        && !(old.containsKey(successor) && stands(code));
  }

  /** Whether the old list has the commune as it is today: same code, same name. */
  private boolean stands(String code) {
    return old.containsKey(code)
        && today.containsKey(code)
        && Folding.of(Objects.requireNonNull(old.get(code)).name())
            .equals(Folding.of(Objects.requireNonNull(today.get(code)).name()));
  }

  /** The code where it lives today; else the communes that the later vintage made it of. */
  private Set<String> now(String later) {
    return today.containsKey(later) ? Set.of(later) : back.getOrDefault(later, Set.of());
  }
}
