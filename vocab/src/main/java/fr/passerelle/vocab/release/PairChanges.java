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
 * What a release changes in one correspondence. A pair with another predicate is another pair;
 * other words about the same pair are no change of it.
 *
 * @param correspondence identifier of the correspondence
 * @param before how many pairs it had; 0 where it is new
 * @param added pairs that were not there, in {@link Pair#ORDER}
 * @param removed pairs that are no longer there, in {@link Pair#ORDER}
 */
public record PairChanges(String correspondence, int before, List<Pair> added, List<Pair> removed) {

  public PairChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  private record Key(ConceptRef from, ConceptRef to, Predicate predicate) {
    static Key of(Pair pair) {
      return new Key(pair.from(), pair.to(), pair.predicate());
    }
  }

  /** One for each correspondence that differs. */
  static List<PairChanges> between(Release before, Release after) {
    Map<String, List<Pair>> earlier = pairs(before);
    Map<String, List<Pair>> later = pairs(after);
    return Stream.concat(earlier.keySet().stream(), later.keySet().stream())
        .distinct()
        .sorted()
        .map(id -> of(id, earlier.getOrDefault(id, List.of()), later.getOrDefault(id, List.of())))
        .filter(each -> !each.added().isEmpty() || !each.removed().isEmpty())
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

  private static PairChanges of(String id, List<Pair> before, List<Pair> after) {
    Map<Key, Pair> gone = new LinkedHashMap<>();
    before.forEach(pair -> gone.put(Key.of(pair), pair));
    List<Pair> added = new ArrayList<>();
    for (Pair pair : after) {
      if (gone.remove(Key.of(pair)) == null) {
        added.add(pair);
      }
    }
    return new PairChanges(id, before.size(), added, List.copyOf(gone.values()));
  }

  /** Share of the pairs before that are gone, 0 to 1. */
  double removedShare() {
    return before == 0 ? 0 : (double) removed.size() / before;
  }
}
