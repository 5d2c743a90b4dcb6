package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One thing that a release says, which can change by itself: a concept, a pair, a gap. */
sealed interface Statement {

  /**
   * Name under which a statement is found again in another release.
   *
   * @param correspondence identifier of the correspondence; empty for a concept
   * @param subject what it is about
   */
  record Topic(String correspondence, String subject) {
    static Topic of(ConceptRef ref) {
      return new Topic("", ref.toString());
    }

    @Override
    public String toString() {
      return correspondence.isEmpty() ? subject : correspondence + " : " + subject;
    }
  }

  Topic key();

  /** Whether both say the same; history is no part of it. */
  boolean says(Statement other);

  /** French words that tell a person what it is about. */
  String label();

  /** Concepts that must be there for it to hold. */
  Stream<ConceptRef> needs();

  /** A concept is described; its history is given anew when it is published. */
  record Described(Concept concept) implements Statement {
    @Override
    public Topic key() {
      return Topic.of(concept.ref());
    }

    @Override
    public boolean says(Statement other) {
      return other instanceof Described that && ConceptJson.same(that.concept, concept);
    }

    @Override
    public String label() {
      return concept.prefLabel("fr");
    }

    @Override
    public Stream<ConceptRef> needs() {
      return concept.links().stream().map(Link::target);
    }
  }

  /** Two concepts are joined. */
  record Paired(String correspondence, Pair pair) implements Statement {
    @Override
    public Topic key() {
      return new Topic(correspondence, pair.from() + " → " + pair.to());
    }

    @Override
    public boolean says(Statement other) {
      return equals(other);
    }

    @Override
    public String label() {
      return pair.predicate().id();
    }

    @Override
    public Stream<ConceptRef> needs() {
      return Stream.of(pair.from(), pair.to());
    }
  }

  /** Concepts have nothing on the other side. */
  record Unmatched(String correspondence, Association association) implements Statement {
    @Override
    public Topic key() {
      return new Topic(correspondence, "sans correspondance " + association.key());
    }

    @Override
    public boolean says(Statement other) {
      return equals(other);
    }

    @Override
    public String label() {
      return association.comment();
    }

    @Override
    public Stream<ConceptRef> needs() {
      return Stream.concat(association.sources().stream(), association.targets().stream());
    }
  }

  /** All that a release says, without the concepts that it only carries over from earlier ones. */
  static Map<Topic, Statement> of(Release release) {
    Map<Topic, Statement> all = new LinkedHashMap<>();
    for (Scheme scheme : release.schemes()) {
      scheme.concepts().stream()
          .filter(concept -> concept.history().left().isEmpty())
          .map(concept -> concept.withHistory(concept.status(), Concept.History.NONE))
          .forEach(concept -> add(all, new Described(concept)));
    }
    for (Correspondence each : release.correspondences()) {
      each.pairs().forEach(pair -> add(all, new Paired(each.id(), pair)));
      each.unmatched().forEach(gap -> add(all, new Unmatched(each.id(), gap)));
    }
    return all;
  }

  private static void add(Map<Topic, Statement> all, Statement statement) {
    all.put(statement.key(), statement);
  }
}
