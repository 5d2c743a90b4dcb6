package fr.passerelle.vocab.skos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Scheme;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RdfFormatTest {
  private static final String FOREIGN =
      """
      @prefix : <http://a.example/v/> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      :s :p :o, "hi"@en, "01"^^xsd:integer, -7, "1"^^xsd:boolean, true, 1.5, "x"^^:type ;
         skos:broader "not a link", "nor"@en, :o ;
         skos:prefLabel "no language", "label"@fr, <http://a.example/o?a=1&b='2'> .
      """;

  @ParameterizedTest
  @CsvSource({
    "ttl, TURTLE, text/turtle",
    "jsonld, JSON_LD, application/ld+json",
    "rdf, RDF_XML, application/rdf+xml",
    "nt, N_TRIPLES, application/n-triples",
  })
  void a_format_is_found_by_its_extension(String extension, RdfFormat format, String mediaType) {
    assertThat(RdfFormat.find(extension)).contains(format);
    assertThat(format.extension()).isEqualTo(extension);
    assertThat(format.mediaType()).isEqualTo(mediaType);
    assertThat(RdfFormat.find("csv")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void the_document_of_each_concept_says_its_triples(RdfFormat format) {
    for (Concept concept : Sample.ROME.concepts()) {
      byte[] bytes =
          Graphs.bytes(
              format,
              (f, out) -> Sample.SKOS.write(f, out, Sample.RELEASE, concept, Sample.INVERSE));
      Graph expected =
          graph(
              Sample.SKOS.describe(Sample.RELEASE, concept, Sample.INVERSE),
              Sample.SKOS.attribution(Sample.RELEASE));

      assertThat(Graphs.parse(format, bytes)).as(concept.code()).satisfies(same(expected));
    }
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void the_document_of_a_scheme_says_its_triples(RdfFormat format) {
    byte[] bytes =
        Graphs.bytes(format, (f, out) -> Sample.SKOS.write(f, out, Sample.RELEASE, Sample.ROME));

    assertThat(Graphs.parse(format, bytes))
        .satisfies(
            same(
                graph(
                    Sample.SKOS.describe(Sample.RELEASE, Sample.ROME),
                    Sample.SKOS.attribution(Sample.RELEASE))));
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void a_dump_says_the_triples_of_the_scheme_and_of_all_its_concepts(RdfFormat format) {
    for (Scheme scheme : Sample.RELEASE.release().schemes()) {
      assertThat(Graphs.parse(format, dump(format, scheme))).satisfies(same(whole(scheme)));
    }
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void the_same_release_gives_the_same_bytes_whatever_the_order_of_inverse_links(RdfFormat format) {
    Inverse reversed =
        target -> {
          List<Link> links = new ArrayList<>(Sample.INVERSE.inverse(target));
          Collections.reverse(links);
          return links;
        };
    byte[] again =
        Graphs.bytes(
            format,
            (f, out) -> new Skos(Sample.URIS).dump(f, out, Sample.RELEASE, Sample.ROME, reversed));

    assertThat(again).isEqualTo(dump(format, Sample.ROME));
    assertThat(new String(again, UTF_8)).endsWith("\n").doesNotContain("MOT CACHE", "DEVELOPPEUR");
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void an_awkward_label_is_the_same_in_all_formats(RdfFormat format) {
    Graph graph = Graphs.parse(format, dump(format, Sample.ROME));

    assertThat(graph.find(null, SKOS.prefLabel.asNode(), null).toList())
        .extracting(triple -> triple.getObject().getLiteralLexicalForm())
        .contains("dit \"l'as\" <b> & ]]> \\ {é œ 😀} :\r\nfin\t.");
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void the_writers_take_names_and_values_outside_of_our_vocabularies(RdfFormat format) {
    List<Triple> triples = Graphs.parse(RdfFormat.TURTLE, FOREIGN.getBytes(UTF_8)).find().toList();
    byte[] bytes = Graphs.bytes(format, (f, out) -> Sample.SKOS.write(f, out, triples));

    assertThat(Graphs.parse(format, bytes)).satisfies(same(Graphs.of(triples)));
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void a_blank_node_is_the_same_wherever_it_stands(RdfFormat format) {
    Node subject = NodeFactory.createURI("http://a.example/s");
    Node blank = NodeFactory.createBlankNode();
    List<Triple> triples =
        List.of(
            Triple.create(subject, RDFS.seeAlso.asNode(), blank),
            Triple.create(subject, RDFS.seeAlso.asNode(), NodeFactory.createBlankNode()),
            Triple.create(blank, RDFS.label.asNode(), NodeFactory.createLiteralString("b")));
    byte[] bytes = Graphs.bytes(format, (f, out) -> Sample.SKOS.write(f, out, triples));

    assertThat(Graphs.parse(format, bytes).isIsomorphicWith(Graphs.of(triples))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void a_client_that_hangs_up_is_an_io_exception(RdfFormat format) {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatThrownBy(
            () -> Sample.SKOS.dump(format, gone, Sample.RELEASE, Sample.ROME, Sample.INVERSE))
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("gone");
  }

  @Test
  void json_ld_has_one_inline_context_and_readable_values() {
    byte[] bytes =
        Graphs.bytes(
            RdfFormat.JSON_LD,
            (f, out) ->
                Sample.SKOS.write(f, out, Sample.RELEASE, Sample.concept("M18"), Sample.INVERSE));

    assertThat(new String(bytes, UTF_8))
        .containsOnlyOnce("@context")
        .contains("\"skos:broader\" : \"https://data.example.org/id/vocab/rome-4/M\"")
        .containsPattern("\"skos:prefLabel\" : \\{\\s+\"fr\" : \"Informatique\"");
  }

  private static byte[] dump(RdfFormat format, Scheme scheme) {
    return Graphs.bytes(
        format, (f, out) -> Sample.SKOS.dump(f, out, Sample.RELEASE, scheme, Sample.INVERSE));
  }

  static Graph whole(Scheme scheme) {
    Graph graph =
        graph(
            Sample.SKOS.describe(Sample.RELEASE, scheme), Sample.SKOS.attribution(Sample.RELEASE));
    for (Concept concept : scheme.concepts()) {
      Sample.SKOS.describe(Sample.RELEASE, concept, Sample.INVERSE).forEach(graph::add);
    }
    return graph;
  }

  private static Graph graph(List<Triple> one, List<Triple> other) {
    return Graphs.of(Stream.concat(one.stream(), other.stream()).toList());
  }

  private static Consumer<Graph> same(Graph expected) {
    return graph -> {
      assertThat(graph.size()).isEqualTo(expected.size());
      assertThat(graph.isIsomorphicWith(expected)).isTrue();
    };
  }
}
