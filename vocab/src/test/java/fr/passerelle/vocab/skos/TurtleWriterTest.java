package fr.passerelle.vocab.skos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class TurtleWriterTest {
  private static final Map<String, String> PREFIXES =
      Map.of("a", "http://a.example/ns#", "b", "http://a.example/");

  private static byte[] written(List<Triple> triples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TurtleWriter writer = new TurtleWriter(out, PREFIXES);
    writer.start();
    triples.forEach(writer::triple);
    writer.finish();
    return out.toByteArray();
  }

  @Test
  void a_subject_is_a_block_its_names_shortened() {
    Node subject = NodeFactory.createURI("http://a.example/x/1");
    Node type = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    Node tells = NodeFactory.createURI("http://a.example/ns#dit");
    String text =
        new String(
            written(
                List.of(
                    Triple.create(subject, type, NodeFactory.createURI("http://a.example/ns#T")),
                    Triple.create(subject, tells, NodeFactory.createLiteralLang("été", "fr")),
                    Triple.create(subject, tells, NodeFactory.createLiteralString("d\"a\n")))),
            UTF_8);

    assertThat(text)
        .endsWith(
            """

            <http://a.example/x/1>
                a a:T ;
                a:dit "été"@fr , "d\\"a\\n" .
            """)
        .contains("@prefix a: <http://a.example/ns#> .\n");
  }

  @Property(tries = 500)
  void what_is_written_is_read_again(@ForAll("triples") List<Triple> triples) {
    List<Triple> grouped = new ArrayList<>();
    triples.stream()
        .map(Triple::getSubject)
        .distinct()
        .forEach(subject ->
            triples.stream()
                .filter(each -> each.getSubject().equals(subject))
                .distinct()
                .forEach(grouped::add));
    Graph read = Graphs.parse(RdfFormat.TURTLE, written(grouped));

    assertThat(read.isIsomorphicWith(Graphs.of(grouped))).isTrue();
  }

  @Provide
  Arbitrary<List<Triple>> triples() {
    return Combinators.combine(
            Arbitraries.oneOf(names(), Arbitraries.of("x", "y").map(NodeFactory::createBlankNode)),
            names(),
            Arbitraries.oneOf(names(), values()))
        .as(Triple::create)
        .list()
        .ofMaxSize(12);
  }

  /** Names that a prefix shortens, or nearly, or must not. */
  private static Arbitrary<Node> names() {
    Arbitrary<String> spaces =
        Arbitraries.of(
            "http://a.example/ns#",
            "http://a.example/",
            "http://c.example/",
            "https://d.example/été/");
    Arbitrary<String> ends =
        Arbitraries.strings().withChars("aZ09.-_~%:?=&,;()'!*é").ofMaxLength(6);
    return Combinators.combine(spaces, ends)
        // Dots alone and empty parts of paths would be resolved away by who reads.
        .as((space, end) -> (space + end.replace("%", "%2C")).replace("/.", "/a."))
        .map(NodeFactory::createURI);
  }

  private static Arbitrary<Node> values() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("a \"'\\\n\r\t\u0001\u007f\b\fé§<>.@^0-+eE")
            .ofMaxLength(8)
            .map(each -> each.replace("§", "😀"));
    Arbitrary<Node> said =
        Combinators.combine(texts, Arbitraries.of("", "fr", "fr-CA"))
            .as((text, lang) ->
                lang.isEmpty()
                    ? NodeFactory.createLiteralString(text)
                    : NodeFactory.createLiteralLang(text, lang));
    Arbitrary<Node> typed =
        Arbitraries.of(
                "integer 12",
                "integer -07",
                "integer +1",
                "decimal 1.5",
                "decimal -.5",
                "decimal 12",
                "double 1e3",
                "double INF",
                "boolean true",
                "boolean 1",
                "date 2026-11-23",
                "nonNegativeInteger 12",
                "anyURI http://a.example/é")
            .map(each -> each.split(" ", 2))
            .map(each ->
                NodeFactory.createLiteralDT(
                    each[1],
                    TypeMapper.getInstance()
                        .getSafeTypeByName("http://www.w3.org/2001/XMLSchema#" + each[0])));
    return Arbitraries.oneOf(said, typed);
  }
}
