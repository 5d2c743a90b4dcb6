package fr.passerelle.vocab.service;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PairChanges;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a pair of a correspondence from one release to another.
 *
 * @param kind ADDED, CHANGED (another predicate) or REMOVED
 * @param mapping the pair as the later release states it; as the earlier one did where it is gone
 * @param predicateBefore what the earlier release said of the two, where the later says otherwise
 * @param state where both ends are found: what was published with the release that states it
 */
public record PairChange(
    Change.Kind kind, Mapping mapping, Optional<Predicate> predicateBefore, Snapshot state)
    implements Change {

  @Override
  public String key() {
    Pair pair = mapping.pair();
    return String.join(
        " ",
        "p",
        mapping.by().correspondence().id(),
        pair.from().toString(),
        pair.to().toString(),
        pair.predicate().id());
  }

  /** French label of an end; its code where nothing is known of it. */
  public String label(ConceptRef end) {
    return state.find(end).map(concept -> concept.prefLabel("fr")).orElse(end.code());
  }

  /**
   * All changes of those correspondences, by key.
   *
   * @param wanted tells the correspondences of either state
   */
  static List<PairChange> between(
      Optional<Snapshot> before,
      Snapshot after,
      java.util.function.Predicate<PublishedCorrespondence> wanted) {
    Map<String, PublishedCorrespondence> earlier =
        before.map(state -> correspondences(state, wanted)).orElse(Map.of());
    Map<String, PublishedCorrespondence> later = correspondences(after, wanted);
    List<PairChange> all = new ArrayList<>();
    Stream.concat(earlier.keySet().stream(), later.keySet().stream())
        .distinct()
        .map(id -> PairChanges.between(id, pairs(earlier, id), pairs(later, id)))
        .forEach(changes -> {
          String id = changes.correspondence();
          changes.added().forEach(pair -> all.add(of(Kind.ADDED, later, id, pair, after)));
          changes
              .changed()
              .forEach(each ->
                  all.add(
                      of(Kind.CHANGED, later, id, each.after(), after)
                          .from(each.before().predicate())));
          before.ifPresent(state ->
              changes
                  .removed()
                  .forEach(pair -> all.add(of(Kind.REMOVED, earlier, id, pair, state))));
        });
    all.sort((one, other) -> one.key().compareTo(other.key()));
    return all;
  }

  private static PairChange of(
      Kind kind,
      Map<String, PublishedCorrespondence> correspondences,
      String id,
      Pair pair,
      Snapshot state) {
    PublishedCorrespondence by = Objects.requireNonNull(correspondences.get(id), id);
    Mapping mapping = new Mapping(by, pair, /* inverse= */ false);
    return new PairChange(kind, mapping, Optional.empty(), state);
  }

  private PairChange from(Predicate predicate) {
    return new PairChange(kind, mapping, Optional.of(predicate), state);
  }

  private static Map<String, PublishedCorrespondence> correspondences(
      Snapshot state, java.util.function.Predicate<PublishedCorrespondence> wanted) {
    return state.correspondences().stream()
        .filter(wanted)
        .collect(Collectors.toMap(each -> each.correspondence().id(), Function.identity()));
  }

  private static List<Pair> pairs(Map<String, PublishedCorrespondence> correspondences, String id) {
    return Optional.ofNullable(correspondences.get(id))
        .map(each -> each.correspondence().pairs())
        .orElse(List.of());
  }
}
