package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers the uses of what is touched, one release after the other. */
final class Uses {
  private final TouchedThings touched;
  private final List<Use> uses = new ArrayList<>();
  private final Map<ConceptRef, List<Succession>> successions = new HashMap<>();

  /**
   * A pair from a code to one of the edition that follows.
   *
   * @param correspondence identifier of the correspondence that states it
   * @param pair the pair
   * @param label label of its target
   */
  record Succession(String correspondence, Pair pair, String label) {}

  Uses(TouchedThings touched) {
    this.touched = touched;
  }

  List<Use> all() {
    return uses;
  }

  /** Pairs from touched codes to the edition that follows theirs. */
  Map<ConceptRef, List<Succession>> successions() {
    return successions;
  }

  /** The edition's own correspondences are the first to use the pairs that they state no more. */
  void ofRemovedPairs(Release from) {
    Records records = new Records(from);
    for (PairChanges changes : touched.changes()) {
      for (Pair pair : changes.unsaid()) {
        touched
            .find(pair)
            .ifPresent(what ->
                add(
                    what,
                    changes.correspondence(),
                    from,
                    pair.to(),
                    records,
                    pair.predicate().id()));
      }
    }
  }

  /** What a release of another edition uses. */
  void collect(Release release) {
    Records records = new Records(release);
    for (Correspondence correspondence : release.correspondences()) {
      if (touched.isIn(correspondence.source()) || touched.isIn(correspondence.target())) {
        correspondence.pairs().forEach(pair -> collect(pair, correspondence, release, records));
      }
    }
    for (Scheme scheme : release.schemes()) {
      scheme.concepts().stream()
          .filter(concept -> concept.history().left().isEmpty())
          .forEach(concept -> collect(concept, release, records));
    }
    collectAdditions(release, records);
    findSuccessions(release);
  }

  /** Collections and annotations, which have no other end than what is touched. */
  private void collectAdditions(Release release, Records records) {
    for (Collection collection : release.collections()) {
      for (ConceptRef member : collection.members()) {
        touched
            .find(member)
            .ifPresent(what -> add(what, collection.key(), release, member, records, "collection"));
      }
    }
    for (Annotation annotation : release.annotations()) {
      ConceptRef target = annotation.target();
      touched
          .find(target)
          .ifPresent(
              what -> add(what, release.edition().id(), release, target, records, "annotation"));
    }
  }

  private void collect(Pair pair, Correspondence correspondence, Release release, Records records) {
    String by = correspondence.id();
    String relation = pair.predicate().id();
    touched
        .find(pair.from())
        .ifPresent(what -> add(what, by, release, pair.to(), records, relation));
    touched
        .find(pair.to())
        .ifPresent(what -> add(what, by, release, pair.from(), records, relation));
    touched.find(pair).ifPresent(what -> add(what, by, release, pair.to(), records, relation));
  }

  private void collect(Concept concept, Release release, Records records) {
    for (Link link : concept.links()) {
      touched
          .find(link.target())
          .ifPresent(what ->
              add(
                  what,
                  release.edition().id(),
                  release,
                  concept.ref(),
                  records,
                  link.kind().name().toLowerCase(Locale.ROOT)));
    }
  }

  void findSuccessions(Release release) {
    for (Correspondence each : release.correspondences()) {
      if (touched.isIn(each.source()) && follows(each.target(), each.source())) {
        Records records = new Records(release);
        each.pairs().stream()
            .filter(pair -> touched.find(pair.from()).isPresent())
            .forEach(pair ->
                successions
                    .computeIfAbsent(pair.from(), key -> new ArrayList<>())
                    .add(new Succession(each.id(), pair, records.label(pair.to()))));
      }
    }
  }

  private static boolean follows(String edition, String earlier) {
    return Edition.find(edition).filter(each -> each.follows().equals(earlier)).isPresent();
  }

  private void add(
      Touched what,
      String by,
      Release release,
      ConceptRef other,
      Records records,
      String relation) {
    uses.add(new Use(what, by, release.id(), other, records.label(other), relation, List.of()));
  }
}
