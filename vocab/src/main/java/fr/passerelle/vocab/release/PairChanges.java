package fr.passerelle.vocab.release;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a release changes in one correspondence. Other words about a pair of the same predicate are
 * no change of it.
 *
 * @param correspondence identifier of the correspondence
 * @param before how many pairs it had; 0 where it is new
 * @param added pairs that were not there, in {@link Pair#ORDER}
 * @param removed pairs that are no longer there, in {@link Pair#ORDER}
 * @param changed pairs that have another predicate
 */
public record PairChanges(
    String correspondence,
    int before,
    List<Pair> added,
    List<Pair> removed,
    List<Repredicated> changed) {

  public PairChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /**
   * Two concepts that are said to be something else to each other.
   *
   * @param before as the earlier release says
   * @param after as the later one does
   */
  public record Repredicated(Pair before, Pair after) {}

  private record Ends(ConceptRef from, ConceptRef to) {
    static Ends of(Pair pair) {
      return new Ends(pair.from(), pair.to());
    }
  }

  private record Key(Ends ends, Predicate predicate) {
    static Key of(Pair pair) {
      return new Key(Ends.of(pair), pair.predicate());
    }
  }

  /** One for each correspondence that differs. */
  static List<PairChanges> between(Release before, Release after) {
    Map<String, List<Pair>> earlier = pairs(before);
    Map<String, List<Pair>> later = pairs(after);
    return Stream.concat(earlier.keySet().stream(), later.keySet().stream())
        .distinct()
        .sorted()
        .map(id ->
            between(id, earlier.getOrDefault(id, List.of()), later.getOrDefault(id, List.of())))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static Map<String, List<Pair>> pairs(Release release) {
    return release.correspondences().stream()
        .collect(
            Collectors.toMap(
                Correspondence::id,
                Correspondence::pairs,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /** What differs in the pairs of a correspondence, both in {@link Pair#ORDER}. */
  public static PairChanges between(String id, List<Pair> before, List<Pair> after) {
    List<Pair> left = new ArrayList<>();
    List<Pair> right = new ArrayList<>();
    addUnlike(before, after, left, right);
    Map<Key, Pair> gone = without(left, after);
    Map<Key, Pair> come = without(right, before);
    Map<Ends, Pair> joined = new LinkedHashMap<>();
    come.values().forEach(pair -> joined.putIfAbsent(Ends.of(pair), pair));
    List<Repredicated> changed = new ArrayList<>();
    for (Pair old : List.copyOf(gone.values())) {
      Pair now = joined.remove(Ends.of(old));
      if (now != null) {
        changed.add(new Repredicated(old, now));
        gone.remove(Key.of(old));
        come.remove(Key.of(now));
      }
    }
    return new PairChanges(
        id, before.size(), List.copyOf(come.values()), List.copyOf(gone.values()), changed);
  }

  /** Passes over what both have in one place, as most of a hundred thousand pairs are. */
  private static void addUnlike(
      List<Pair> before, List<Pair> after, List<Pair> left, List<Pair> right) {
    int i = 0;
    int j = 0;
    while (i < before.size() && j < after.size()) {
      int order = Pair.ORDER.compare(before.get(i), after.get(j));
      if (order < 0) {
        left.add(before.get(i++));
      } else if (order > 0) {
        right.add(after.get(j++));
      } else {
        i++;
        j++;
      }
    }
    left.addAll(before.subList(i, before.size()));
    right.addAll(after.subList(j, after.size()));
  }

  /** Those of which no other says the same with another rank or other words. */
  private static Map<Key, Pair> without(List<Pair> pairs, List<Pair> others) {
    Map<Key, Pair> keyed = new LinkedHashMap<>();
    pairs.forEach(pair -> keyed.put(Key.of(pair), pair));
    if (!keyed.isEmpty()) {
      others.forEach(other -> keyed.remove(Key.of(other)));
    }
    return keyed;
  }

  private boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  /** All pairs that differ, those of another predicate as they are now. */
  Stream<Pair> all() {
    return Stream.of(added.stream(), removed.stream(), changed.stream().map(Repredicated::after))
        .flatMap(pairs -> pairs);
  }

  /** Everything that is no longer stated as it was, in {@link Pair#ORDER} of each. */
  List<Pair> unsaid() {
    return Stream.concat(removed.stream(), changed.stream().map(Repredicated::before)).toList();
  }

  /** Share of what the pairs said before that is no longer said, 0 to 1. */
  double removedShare() {
    return before == 0 ? 0 : (double) unsaid().size() / before;
  }
}
