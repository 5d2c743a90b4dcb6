package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a release changes in the one before it.
 *
 * @param added concepts that were not there
 * @param changed concepts that say something else
 * @param retired concepts that are no longer there
 * @param pairs what it changes in each correspondence
 * @param removedShare the largest share removed of anything it had: of the concepts in use, of the
 *     pairs of a correspondence; 0 to 1
 */
public record Changes(
    List<ConceptRef> added,
    List<ConceptRef> changed,
    List<ConceptRef> retired,
    List<PairChanges> pairs,
    double removedShare) {
  /** Nothing is changed. */
  static final Changes NONE = new Changes(List.of(), List.of(), List.of(), List.of(), 0);

  public Changes {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    retired = List.copyOf(retired);
    pairs = List.copyOf(pairs);
  }

  /** A release with its history filled in, and how it differs from the one before. */
  record Succession(Release release, Changes changes) {}

  /**
   * Gives the concepts of {@code next} their history, and carries over, as retired, those that it
   * no longer holds: a published URI never disappears.
   *
   * @param before the release published until now; a sample is no predecessor, as what it lacks was
   *     never retired by anyone
   * @param withdrawn releases that were published after {@code before}, then taken back: what they
   *     alone held was named in public too
   */
  static Succession succeed(Optional<Release> before, List<Release> withdrawn, Release next) {
    Optional<Release> real = before.filter(release -> !release.source().sample());
    Map<ConceptRef, Concept> earlier = real.map(Changes::concepts).orElseGet(HashMap::new);
    long inUse = earlier.values().stream().filter(Changes::isInUse).count();
    List<ConceptRef> added = new ArrayList<>();
    List<ConceptRef> changed = new ArrayList<>();
    Map<String, List<Concept>> schemes = new HashMap<>();
    for (Scheme scheme : next.schemes()) {
      List<Concept> concepts = new ArrayList<>(scheme.concepts().size());
      for (Concept concept : scheme.concepts()) {
        Concept old = earlier.remove(concept.ref());
        boolean same = old != null && ConceptJson.same(old, concept);
        Concept.History history = history(old, same, next.id());
        concepts.add(concept.withHistory(concept.status(), history));
        if (old == null || old.status() == Status.RETIRED) {
          added.add(concept.ref());
        } else if (!same) {
          changed.add(concept.ref());
        }
      }
      schemes.put(scheme.id(), concepts);
    }
    addWithdrawn(withdrawn, next, earlier, schemes);
    List<ConceptRef> retired = retire(earlier, schemes, next.id());
    List<PairChanges> pairs = PairChanges.between(real.orElse(next.withoutCorrespondences()), next);
    double share =
        Math.max(
            inUse == 0 ? 0 : (double) retired.size() / inUse,
            pairs.stream().mapToDouble(PairChanges::removedShare).max().orElse(0));
    return new Succession(
        next.withSchemes(schemes(next, real, schemes)),
        new Changes(added, changed, retired, pairs, share));
  }

  private static boolean isInUse(Concept concept) {
    return concept.status() == Status.CURRENT;
  }

  /** What only a withdrawn release held is to be carried over with what the published one held. */
  private static void addWithdrawn(
      List<Release> withdrawn,
      Release next,
      Map<ConceptRef, Concept> earlier,
      Map<String, List<Concept>> schemes) {
    Set<ConceptRef> held =
        schemes.values().stream()
            .flatMap(List::stream)
            .map(Concept::ref)
            .collect(Collectors.toSet());
    for (Release release : withdrawn) {
      concepts(release)
          .forEach((ref, concept) -> {
            if (!held.contains(ref) && !release.id().equals(next.id())) {
              earlier.putIfAbsent(ref, concept);
            }
          });
    }
  }

  /** The schemes of the new release, then those that it lacks altogether, all retired. */
  private static List<Scheme> schemes(
      Release next, Optional<Release> before, Map<String, List<Concept>> concepts) {
    Map<String, String> titles = new LinkedHashMap<>();
    next.schemes().forEach(scheme -> titles.put(scheme.id(), scheme.title()));
    before
        .map(Release::schemes)
        .orElse(List.of())
        .forEach(scheme -> titles.putIfAbsent(scheme.id(), scheme.title()));
    return titles.entrySet().stream()
        .map(each ->
            Scheme.of(
                each.getKey(), each.getValue(), concepts.getOrDefault(each.getKey(), List.of())))
        .toList();
  }

  private static Map<ConceptRef, Concept> concepts(Release release) {
    Map<ConceptRef, Concept> concepts = HashMap.newHashMap(release.size());
    for (Scheme scheme : release.schemes()) {
      scheme.concepts().forEach(concept -> concepts.put(concept.ref(), concept));
    }
    return concepts;
  }

  private static Concept.History history(@Nullable Concept old, boolean same, String release) {
    if (old == null) {
      return new Concept.History(release, release, "");
    }
    String changed = same ? old.history().changed() : release;
    return new Concept.History(old.history().entered(), changed, "");
  }

  /** A stub that is no longer cited is still what it was: nobody said that it is retired. */
  private static List<ConceptRef> retire(
      Map<ConceptRef, Concept> gone, Map<String, List<Concept>> schemes, String release) {
    List<ConceptRef> retired = new ArrayList<>();
    for (Concept old : gone.values()) {
      boolean now = old.history().left().isEmpty();
      Concept.History history =
          now
              ? new Concept.History(old.history().entered(), old.history().changed(), release)
              : old.history();
      Status status = old.status() == Status.REFERENCED ? Status.REFERENCED : Status.RETIRED;
      schemes
          .computeIfAbsent(old.ref().scheme(), key -> new ArrayList<>())
          .add(old.withHistory(status, history));
      if (old.status() == Status.CURRENT) {
        retired.add(old.ref());
      }
    }
    retired.sort(null);
    return retired;
  }
}
