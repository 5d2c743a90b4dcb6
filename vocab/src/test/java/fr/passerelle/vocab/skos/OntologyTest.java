package fr.passerelle.vocab.skos;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Scheme;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OntologyTest {
  /** XKOS terms that we use, from the specification of the DDI Alliance (2019). */
  private static final Set<String> XKOS =
      Stream.of(
              "follows",
              "supersedes",
              "Correspondence",
              "ConceptAssociation",
              "compares",
              "madeOf",
              "sourceConcept",
              "targetConcept")
          .map(name -> Terms.XKOS + name)
          .collect(Collectors.toSet());

  /** New in DCAT 3, where Jena lists DCAT 1. */
  private static final Set<String> DCAT_3 = Set.of(DCAT.NS + "version");

  @Test
  void every_own_term_in_any_output_is_declared() {
    Graph declared = Graphs.of(Sample.SKOS.ontology());

    assertThat(used().filter(uri -> uri.startsWith(Sample.NS)))
        .isNotEmpty()
        .allSatisfy(uri ->
            assertThat(declared.find().toList())
                .as(uri)
                .anyMatch(triple -> triple.getSubject().hasURI(uri)));
  }

  @Test
  void every_other_term_exists_in_the_vocabulary_that_it_is_said_to_be_of() {
    Set<String> published = new HashSet<>(XKOS);
    published.addAll(DCAT_3);
    for (Class<?> vocabulary :
        List.of(
            SKOS.class, DCTerms.class, OWL2.class, DCAT.class, FOAF.class, RDF.class, RDFS.class)) {
      published.addAll(terms(vocabulary));
    }

    assertThat(used().filter(uri -> !uri.startsWith(Sample.NS))).isNotEmpty().isSubsetOf(published);
  }

  @Test
  void every_own_term_is_explained_in_two_languages() {
    Graph ontology = Graphs.of(Sample.SKOS.ontology());

    assertThat(OwnTerm.ALL.values())
        .allSatisfy(term -> {
          Node subject = new Terms(Sample.URIS).own(term.name());
          assertThat(ontology.find(subject, RDFS.label.asNode(), null).toList())
              .extracting(triple -> triple.getObject().getLiteralLanguage())
              .containsExactlyInAnyOrder("fr", "en");
          assertThat(term.fr()).isNotBlank();
          assertThat(term.en()).isNotBlank();
          assertThat(term.comment()).endsWith(".");
        });
  }

  @Test
  void every_attribute_link_and_note_of_the_model_has_its_term() {
    assertThat(Property.values())
        .allSatisfy(property ->
            assertThat(OwnTerm.ALL.get(property.id()))
                .as(property.id())
                .extracting(OwnTerm::kind)
                .isIn(
                    switch (property.kind()) {
                      case BOOLEAN -> Set.of(OwnTerm.Kind.BOOLEAN);
                      case DATE -> Set.of(OwnTerm.Kind.DATE);
                      case TEXT -> Set.of(OwnTerm.Kind.TEXT, OwnTerm.Kind.STRING);
                    }));
    Terms terms = new Terms(Sample.URIS);
    assertThat(Link.Kind.values())
        .extracting(kind -> terms.link(kind, true).getURI())
        .doesNotHaveDuplicates()
        .allSatisfy(uri ->
            assertThat(
                    !uri.startsWith(Sample.NS)
                        || OwnTerm.ALL.containsKey(uri.substring(Sample.NS.length())))
                .as(uri)
                .isTrue());
    assertThat(OwnTerm.ALL.get(Terms.camel(Note.Kind.ACCES_METIER)))
        .extracting(OwnTerm::parent)
        .isEqualTo("skos:note");
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void the_ontology_reads_back_in_each_format(RdfFormat format) {
    List<Triple> ontology = Sample.SKOS.ontology();
    byte[] bytes = Graphs.bytes(format, (f, out) -> Sample.SKOS.write(f, out, ontology));

    assertThat(Graphs.parse(format, bytes).isIsomorphicWith(Graphs.of(ontology))).isTrue();
  }

  /** IRIs in the place of a property or class anywhere, and own terms in any place. */
  private static Stream<String> used() {
    return Stream.concat(
            Sample.RELEASE.release().schemes().stream().flatMap(OntologyTest::triples),
            Sample.SKOS.ontology().stream())
        .flatMap(OntologyTest::terms)
        .distinct();
  }

  private static Stream<Triple> triples(Scheme scheme) {
    return RdfFormatTest.whole(scheme).find().toList().stream();
  }

  private static Stream<String> terms(Triple triple) {
    Node object = triple.getObject();
    boolean term =
        object.isURI()
            && (triple.getPredicate().equals(RDF.type.asNode())
                || object.getURI().startsWith(Sample.NS));
    return Stream.concat(
            Stream.of(triple.getPredicate()), term ? Stream.of(object) : Stream.empty())
        .map(Node::getURI);
  }

  private static Set<String> terms(Class<?> vocabulary) {
    Set<String> uris = new HashSet<>();
    for (Field field : vocabulary.getFields()) {
      try {
        if (Resource.class.isAssignableFrom(field.getType())
            && field.get(null) instanceof Resource resource) {
          uris.add(resource.getURI());
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return uris;
  }
}
