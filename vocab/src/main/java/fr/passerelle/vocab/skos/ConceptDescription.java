package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** One concept as RDF; hidden labels stay out, they serve search only. */
final class ConceptDescription {
  private final Names names;
  private final Terms terms;
  private final Concept concept;
  private final Node subject;
  private final Description description = new Description();

  private ConceptDescription(Names names, Terms terms, Concept concept) {
    this.names = names;
    this.terms = terms;
    this.concept = concept;
    this.subject = names.concept(concept.ref());
  }

  static List<Triple> of(
      Names names, Terms terms, Concept concept, Inverse inverse, List<Match> matches) {
    ConceptDescription concepts = new ConceptDescription(names, terms, concept);
    concepts.identity();
    concepts.labels();
    concepts.place();
    concepts.inverse(inverse);
    concepts.matches(matches);
    concepts.concept.properties().forEach(concepts::property);
    concepts.life();
    concept.links().forEach(concepts::qualified);
    return concepts.description.triples();
  }

  /** Whether nothing is above the concept in its own scheme. */
  static boolean isTop(Concept concept) {
    return concept
        .links(Link.Kind.BROADER)
        .noneMatch(link -> link.target().scheme().equals(concept.ref().scheme()));
  }

  private void identity() {
    add(RDF.type.asNode(), SKOS.Concept.asNode());
    add(RDF.type.asNode(), terms.type(concept.type()));
    add(SKOS.notation.asNode(), Literals.string(concept.code()));
  }

  private void labels() {
    Set<Node> preferred =
        concept.prefLabels().stream().map(ConceptDescription::node).collect(Collectors.toSet());
    preferred.forEach(label -> add(SKOS.prefLabel.asNode(), label));
    for (Label label : concept.altLabels()) {
      // Labels that differ only by a character that cannot be published are one (S13).
      if (!preferred.contains(node(label))) {
        add(terms.altLabel(label.kind()), node(label));
      }
    }
    for (Note note : concept.notes()) {
      add(terms.note(note.kind()), Literals.text(note.text(), note.lang()));
    }
  }

  private void place() {
    Node scheme = names.scheme(concept.ref().scheme());
    add(SKOS.inScheme.asNode(), scheme);
    if (isTop(concept)) {
      add(SKOS.topConceptOf.asNode(), scheme);
    }
    for (Link link : concept.links()) {
      add(direct(link), names.concept(link.target()));
    }
  }

  /** Only links inside the release: those of other editions come and go with theirs. */
  private void inverse(Inverse inverse) {
    for (Link link : inverse.inverse(concept.ref())) {
      ConceptRef source = link.target();
      if (!names.holds(source.scheme())) {
        continue;
      }
      if (link.kind() == Link.Kind.BROADER) {
        add((isNear(source) ? SKOS.narrower : SKOS.narrowMatch).asNode(), names.concept(source));
      } else if (link.kind() == Link.Kind.RELATED) {
        add(direct(link), names.concept(source));
      }
    }
  }

  /** What the release says itself of two concepts stands before what a correspondence says. */
  private void matches(List<Match> matches) {
    Set<String> linked =
        concept.links().stream()
            .filter(link -> Terms.isMatch(link.kind()))
            .map(link -> names.concept(link.target()).getURI())
            .collect(Collectors.toSet());
    matches.stream()
        .filter(match -> !linked.contains(match.uri()))
        .forEach(match -> add(Terms.match(match.predicate()), NodeFactory.createURI(match.uri())));
  }

  private void property(Property property, String value) {
    OwnTerm term = OwnTerm.ALL.get(property.id());
    Node object =
        switch (property.kind()) {
          case BOOLEAN -> Literals.bool(Boolean.parseBoolean(value));
          case DATE -> Literals.date(LocalDate.parse(value));
          case TEXT ->
              term != null && term.kind() == OwnTerm.Kind.STRING
                  ? Literals.string(value)
                  : Literals.fr(value);
        };
    add(terms.property(property), object);
  }

  private void life() {
    switch (concept.status()) {
      case CURRENT -> {}
      case RETIRED -> add(OWL2.deprecated.asNode(), Literals.bool(true));
      case REFERENCED -> add(terms.own("statut"), terms.own("Reference"));
    }
    add(DCTerms.isPartOf.asNode(), names.release());
    release("entree", concept.history().entered());
    release("modification", concept.history().changed());
    release("sortie", concept.history().left());
  }

  private void release(String property, String id) {
    if (!id.isEmpty()) {
      add(terms.own(property), names.release(id));
    }
  }

  /** A node of its own for a link that says more than its direct property can. */
  private void qualified(Link link) {
    if (link.mark() == Link.Mark.NONE && link.order() == 0) {
      return;
    }
    Node node = names.link(concept.ref(), link);
    add(terms.own("lienQualifie"), node);
    description.add(node, RDF.type.asNode(), terms.own("Lien"));
    description.add(node, terms.own("propriete"), direct(link));
    description.add(node, terms.own("cible"), names.concept(link.target()));
    if (link.mark() != Link.Mark.NONE) {
      description.add(node, terms.own("marque"), terms.mark(link.mark()));
    }
    if (link.order() > 0) {
      description.add(node, terms.own("ordre"), Literals.integer(link.order()));
    }
  }

  private Node direct(Link link) {
    return terms.link(link.kind(), isNear(link.target()));
  }

  private boolean isNear(ConceptRef other) {
    return other.scheme().equals(concept.ref().scheme());
  }

  private void add(Node predicate, Node object) {
    description.add(subject, predicate, object);
  }

  private static Node node(Label label) {
    return Literals.text(label.text(), label.lang());
  }
}
