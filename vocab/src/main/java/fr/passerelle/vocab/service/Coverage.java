package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.Snapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much of two schemes a correspondence covers.
 *
 * @param pairs number of pairs
 * @param source its source side
 * @param target its target side
 * @param predicates pairs by predicate, those that occur
 */
public record Coverage(int pairs, Side source, Side target, Map<Predicate, Integer> predicates) {

  public Coverage {
    predicates = Map.copyOf(predicates);
  }

  /**
   * One side of a correspondence.
   *
   * @param mapped concepts that have a pair
   * @param concepts concepts that could have one: those of the scheme that are not retired and of a
   *     type that the correspondence joins
   * @param unmatched concepts of which it says that the other side has nothing for them
   */
  public record Side(int mapped, int concepts, int unmatched) {}

  /** Coverage of a correspondence by what is published now. */
  public static Coverage of(Snapshot snapshot, PublishedCorrespondence by) {
    Map<Predicate, Integer> predicates = new EnumMap<>(Predicate.class);
    by.correspondence()
        .pairs()
        .forEach(pair -> predicates.merge(pair.predicate(), 1, Integer::sum));
    return new Coverage(
        by.correspondence().pairs().size(),
        new Side(
            by.mappedSources(),
            concepts(snapshot, by, by.correspondence().source(), Pair::from),
            unmatched(by, Association::sources)),
        new Side(
            by.mappedTargets(),
            concepts(snapshot, by, by.correspondence().target(), Pair::to),
            unmatched(by, Association::targets)),
        predicates);
  }

  private static int unmatched(
      PublishedCorrespondence by, Function<Association, List<ConceptRef>> side) {
    return by.correspondence().unmatched().mapToInt(each -> side.apply(each).size()).sum();
  }

  private static int concepts(
      Snapshot snapshot,
      PublishedCorrespondence by,
      String scheme,
      Function<Pair, ConceptRef> end) {
    Set<ConceptType> types =
        by.correspondence().pairs().stream()
            .flatMap(pair -> snapshot.find(end.apply(pair)).stream())
            .map(Concept::type)
            .collect(Collectors.toSet());
    return snapshot
        .findScheme(scheme)
        .map(found ->
            (int)
                found.scheme().concepts().stream()
                    .filter(each -> each.status() != Status.RETIRED)
                    .filter(each -> types.contains(each.type()))
                    .count())
        .orElse(0);
  }
}
