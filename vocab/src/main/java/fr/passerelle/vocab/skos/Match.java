package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Predicate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a concept is to one of another scheme, as a published correspondence says.
 *
 * @param predicate read from the concept described
 * @param uri name of the other concept
 */
public record Match(Predicate predicate, String uri) {
  private static final Set<Predicate> HIERARCHICAL =
      EnumSet.of(Predicate.BROAD_MATCH, Predicate.NARROW_MATCH);

  /**
   * Those that one document can say together. Authors may differ on a pair where SKOS leaves no
   * room for two words (S27, S46): then the weakest is said, and each correspondence keeps its own.
   */
  static List<Match> consistent(Collection<Match> matches) {
    Map<String, Set<Predicate>> byUri = new TreeMap<>();
    for (Match match : matches) {
      byUri
          .computeIfAbsent(match.uri(), uri -> EnumSet.noneOf(Predicate.class))
          .add(match.predicate());
    }
    return byUri.entrySet().stream()
        .flatMap(entry -> weakest(entry.getValue()).map(each -> new Match(each, entry.getKey())))
        .toList();
  }

  private static Stream<Predicate> weakest(Set<Predicate> said) {
    Set<Predicate> kept = EnumSet.copyOf(said);
    if (kept.contains(Predicate.RELATED_MATCH)) {
      kept.removeAll(HIERARCHICAL);
      kept.remove(Predicate.EXACT_MATCH);
    } else if (kept.stream().anyMatch(HIERARCHICAL::contains)) {
      kept.remove(Predicate.EXACT_MATCH);
    }
    return kept.stream();
  }
}
