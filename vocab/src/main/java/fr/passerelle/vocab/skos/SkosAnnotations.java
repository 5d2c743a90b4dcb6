package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.Uris;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What a file says of concepts of national referentials, which it does not describe: skos:note and
 * skos:scopeNote are notes, skos:altLabel are names, rdfs:seeAlso is a page that says more.
 */
final class SkosAnnotations {
  private static final List<Property> NOTES =
      List.of(SKOS.note, SKOS.scopeNote, SKOS.editorialNote);

  private final SkosGraph graph;
  private final SkosConcepts concepts;
  private final Uris uris;

  SkosAnnotations(SkosGraph graph, SkosConcepts concepts, Uris uris) {
    this.graph = graph;
    this.concepts = concepts;
    this.uris = uris;
  }

  /** All of them, by that author; what they are about becomes a stub. */
  List<Annotation> by(Correspondence.Author author, Stubs stubs) {
    Set<String> subjects = new LinkedHashSet<>(graph.having(SKOS.altLabel));
    NOTES.forEach(property -> subjects.addAll(graph.having(property)));
    List<Annotation> all = new ArrayList<>();
    for (String uri : subjects) {
      if (concepts.find(uri).isEmpty()) {
        target(uri).ifPresent(target -> add(all, author, uri, cite(stubs, target)));
      }
    }
    return all;
  }

  private Optional<ConceptRef> target(String uri) {
    return uris.find(uri).or(() -> Uris.findNational(uri));
  }

  private static ConceptRef cite(Stubs stubs, ConceptRef target) {
    return stubs.cite(target, ConceptType.CONCEPT, "");
  }

  private void add(
      List<Annotation> all, Correspondence.Author author, String uri, ConceptRef target) {
    for (Label name : graph.texts(uri, SKOS.altLabel)) {
      all.add(new Annotation(author, target, Annotation.Kind.LABEL, name.text(), name.lang(), ""));
    }
    String link = graph.objects(uri, RDFS.seeAlso).stream().findFirst().orElse("");
    for (Property property : NOTES) {
      for (Label note : graph.texts(uri, property)) {
        all.add(
            new Annotation(author, target, Annotation.Kind.NOTE, note.text(), note.lang(), link));
      }
    }
  }
}
