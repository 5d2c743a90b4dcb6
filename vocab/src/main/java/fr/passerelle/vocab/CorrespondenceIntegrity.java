package fr.passerelle.vocab;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The conditions that a correspondence meets before it is published.
 *
 * <p>Each end of a pair is a concept of the release or a stub in it, and of the scheme that the
 * correspondence names. One pair says one thing: the mapping relations are disjoint (SKOS
 * Reference, W3C, 2009, S46). An exactMatch has a reviewer; what several of them say together is
 * checked by {@link ExactMatches}.
 */
final class CorrespondenceIntegrity {
  private final Correspondence correspondence;
  private final Set<ConceptRef> known;
  private final Consumer<Fault> faults;
  private final Set<Ends> said = new HashSet<>();

  /** Both ends of a pair. */
  private record Ends(ConceptRef from, ConceptRef to) {
    @Override
    public String toString() {
      return from + " → " + to;
    }
  }

  private CorrespondenceIntegrity(
      Correspondence correspondence, Set<ConceptRef> known, Consumer<Fault> faults) {
    this.correspondence = correspondence;
    this.known = known;
    this.faults = faults;
  }

  static void check(Correspondence correspondence, Set<ConceptRef> known, Consumer<Fault> faults) {
    CorrespondenceIntegrity integrity = new CorrespondenceIntegrity(correspondence, known, faults);
    correspondence.pairs().forEach(integrity::check);
    for (Association association : correspondence.associations()) {
      association
          .sources()
          .forEach(ref -> integrity.end(ref, correspondence.source(), association.key()));
      association
          .targets()
          .forEach(ref -> integrity.end(ref, correspondence.target(), association.key()));
    }
  }

  private void check(Pair pair) {
    Ends ends = new Ends(pair.from(), pair.to());
    end(pair.from(), correspondence.source(), ends);
    end(pair.to(), correspondence.target(), ends);
    if (!said.add(ends)) {
      add(ends, "S46", "deux relations pour une même paire (SKOS S46) ; en garder une");
    }
    if (pair.predicate() == Predicate.EXACT_MATCH && pair.note().reviewer().isEmpty()) {
      add(ends, "reviewer", "exactMatch sans relecteur ; le nommer, ou dire closeMatch");
    }
  }

  private void end(ConceptRef ref, String scheme, Object place) {
    if (!ref.scheme().equals(scheme)) {
      add(place, "scheme", ref + " n'est pas de " + scheme);
    } else if (!known.contains(ref)) {
      add(place, "dangling-pair", ref + " n'est ni décrit ni cité dans cette version");
    }
  }

  /**
   * @param place what says where in words; put into words for faults only, as most have none
   */
  private void add(Object place, String rule, String message) {
    faults.accept(new Fault(correspondence.id() + " " + place, rule, message));
  }
}
