package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a release changes in the one before it.
 *
 * @param added concepts that were not there
 * @param changed concepts that say something else
 * @param retired concepts that are no longer there
 */
public record Changes(List<ConceptRef> added, List<ConceptRef> changed, List<ConceptRef> retired) {

  public Changes {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    retired = List.copyOf(retired);
  }

  /** A release with its history filled in, and how it differs from the one before. */
  record Succession(Release release, Changes changes) {}

  /**
   * Gives the concepts of {@code next} their history, and carries over, as retired, those that it
   * no longer holds: a published URI never disappears.
   *
   * @param before the release published until now; a sample is no predecessor, as what it lacks was
   *     never retired by anyone
   */
  static Succession succeed(Optional<Release> before, Release next) {
    boolean real = before.isPresent() && !before.get().source().sample();
    Map<ConceptRef, Concept> earlier = real ? concepts(before.get()) : new HashMap<>();
    List<ConceptRef> added = new ArrayList<>();
    List<ConceptRef> changed = new ArrayList<>();
    Map<String, List<Concept>> schemes = new HashMap<>();
    for (Scheme scheme : next.schemes()) {
      List<Concept> concepts = new ArrayList<>(scheme.concepts().size());
      for (Concept concept : scheme.concepts()) {
        Concept old = earlier.remove(concept.ref());
        Concept.History history = history(old, concept, next.id());
        concepts.add(concept.withHistory(concept.status(), history));
        if (old == null || old.status() == Status.RETIRED) {
          added.add(concept.ref());
        } else if (!same(old, concept)) {
          changed.add(concept.ref());
        }
      }
      schemes.put(scheme.id(), concepts);
    }
    List<ConceptRef> retired = retire(earlier, schemes, next.id());
    List<Scheme> all = new ArrayList<>();
    next.schemes()
        .forEach(scheme ->
            all.add(
                Scheme.of(
                    scheme.id(), scheme.title(), schemes.getOrDefault(scheme.id(), List.of()))));
    if (real) {
      addLostSchemes(before.get(), next, schemes, all);
    }
    return new Succession(
        new Release(next.edition(), next.id(), next.source(), all, next.correspondences()),
        new Changes(added, changed, retired));
  }

  private static Map<ConceptRef, Concept> concepts(Release release) {
    Map<ConceptRef, Concept> concepts = HashMap.newHashMap(release.size());
    for (Scheme scheme : release.schemes()) {
      scheme.concepts().forEach(concept -> concepts.put(concept.ref(), concept));
    }
    return concepts;
  }

  private static Concept.History history(@Nullable Concept old, Concept concept, String release) {
    if (old == null) {
      return new Concept.History(release, release, "");
    }
    String changed = same(old, concept) ? old.history().changed() : release;
    return new Concept.History(old.history().entered(), changed, "");
  }

  /** Whether two states of a concept say the same, apostrophes and history aside. */
  private static boolean same(Concept old, Concept now) {
    return ConceptJson.line(old).equals(ConceptJson.line(now));
  }

  private static List<ConceptRef> retire(
      Map<ConceptRef, Concept> gone, Map<String, List<Concept>> schemes, String release) {
    List<ConceptRef> retired = new ArrayList<>();
    for (Concept old : gone.values()) {
      boolean now = old.status() != Status.RETIRED;
      Concept.History history =
          now
              ? new Concept.History(old.history().entered(), old.history().changed(), release)
              : old.history();
      schemes
          .computeIfAbsent(old.ref().scheme(), key -> new ArrayList<>())
          .add(old.withHistory(Status.RETIRED, history));
      if (now) {
        retired.add(old.ref());
      }
    }
    retired.sort(null);
    return retired;
  }

  /**
   * A companion list that the new release lacks altogether stays, with all its concepts retired.
   */
  private static void addLostSchemes(
      Release before, Release next, Map<String, List<Concept>> schemes, List<Scheme> all) {
    List<String> kept = next.schemes().stream().map(Scheme::id).toList();
    before.schemes().stream()
        .filter(scheme -> !kept.contains(scheme.id()))
        .forEach(scheme ->
            all.add(
                Scheme.of(
                    scheme.id(), scheme.title(), schemes.getOrDefault(scheme.id(), List.of()))));
  }
}
