package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Optional;

/** A list that a concept is shown with, which says why it is empty where it is. */
public enum ConceptList {
  /** Concepts just above. */
  BROADER,
  /** Concepts just below. */
  NARROWER,
  /** Associated concepts. */
  RELATED,
  /** What takes its place. */
  REPLACED_BY,
  /** Collections that it is in. */
  COLLECTIONS,
  /** What regions add to it. */
  REGIONAL;

  /** Why it is empty; empty where it is not. */
  public Optional<Absence> absence(Snapshot snapshot, Concept concept) {
    return isEmpty(snapshot, concept) ? Optional.of(why(snapshot, concept)) : Optional.empty();
  }

  private boolean isEmpty(Snapshot snapshot, Concept concept) {
    return switch (this) {
      case BROADER -> concept.links(Link.Kind.BROADER).findAny().isEmpty();
      case NARROWER -> snapshot.inverse(concept.ref(), Link.Kind.BROADER).findAny().isEmpty();
      case RELATED -> Hierarchy.related(snapshot, concept).isEmpty();
      case REPLACED_BY -> concept.links(Link.Kind.REMPLACE_PAR).findAny().isEmpty();
      case COLLECTIONS -> snapshot.collections(concept.ref()).isEmpty();
      case REGIONAL -> Regional.of(snapshot, concept).isEmpty();
    };
  }

  private Absence why(Snapshot snapshot, Concept concept) {
    return switch (this) {
      case BROADER -> Absence.ofAncestors(snapshot, concept);
      case NARROWER -> Absence.ofDescendants(snapshot, concept);
      case RELATED -> Absence.ofRelated(snapshot, concept);
      case REPLACED_BY ->
          Absence.of(
              concept.status() == Status.RETIRED
                  ? Absence.Reason.NOT_STATED
                  : Absence.Reason.IN_USE);
      case COLLECTIONS, REGIONAL -> Absence.of(Absence.Reason.NONE_MADE);
    };
  }
}
