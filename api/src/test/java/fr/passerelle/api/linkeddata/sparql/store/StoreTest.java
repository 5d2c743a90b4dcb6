package fr.passerelle.api.linkeddata.sparql.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbered triples answer what the graph of the library answers over the same. */
class StoreTest {
  private static final String NS = "http://exemple.fr/";
  private final Random random = new Random(7);

  private Node node(int number) {
    return number % 5 == 4
        ? NodeFactory.createLiteralLang("texte " + number, "fr")
        : NodeFactory.createURI(NS + number);
  }

  private Triple triple() {
    // Predicates are subjects too now and then, and a thing is its own neighbour.
    return Triple.create(
        NodeFactory.createURI(NS + random.nextInt(12) / 2),
        NodeFactory.createURI(NS + random.nextInt(4)),
        node(random.nextInt(12)));
  }

  private static Store store(Map<String, List<Triple>> graphs) {
    return Store.empty().next(sources(graphs, "1"));
  }

  private static List<GraphSource> sources(Map<String, List<Triple>> graphs, String version) {
    return graphs.entrySet().stream()
        .map(each -> new GraphSource(each.getKey(), version, () -> Stream.of(each.getValue())))
        .toList();
  }

  private static DatasetGraph reference(Map<String, List<Triple>> graphs) {
    Graph union = GraphFactory.createDefaultGraph();
    graphs.values().forEach(each -> each.forEach(union::add));
    DatasetGraph dataset = DatasetGraphFactory.create(union);
    graphs.forEach((name, triples) -> {
      Graph graph = GraphFactory.createDefaultGraph();
      triples.forEach(graph::add);
      dataset.addGraph(NodeFactory.createURI(name), graph);
    });
    return dataset;
  }

  private static List<String> rows(DatasetGraph dataset, String query, boolean ours) {
    Context context = ARQ.getContext().copy();
    if (ours) {
      StageBuilder.setGenerator(context, new PatternSolver());
    }
    List<String> rows = new ArrayList<>();
    try (QueryExec execution =
        QueryExec.newBuilder().query(query).dataset(dataset).context(context).build()) {
      execution.select().forEachRemaining(row -> rows.add(text(row)));
    }
    rows.sort(null);
    return rows;
  }

  private static String text(Binding row) {
    List<String> values = new ArrayList<>();
    row.forEach((variable, value) -> values.add(variable + "=" + value));
    values.sort(null);
    return values.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o }",
        "SELECT * { <http://exemple.fr/1> ?p ?o }",
        "SELECT * { ?s <http://exemple.fr/1> ?o }",
        "SELECT * { ?s ?p 'texte 9'@fr }",
        "SELECT * { <http://exemple.fr/1> ?p <http://exemple.fr/2> }",
        "SELECT * { ?s ?p ?s }",
        "SELECT * { ?s ?s ?o }",
        "SELECT * { ?s <http://exemple.fr/1> ?x . ?x <http://exemple.fr/2> ?o }",
        "SELECT * { ?s ?p ?x . ?x ?p ?o . ?o ?q ?s }",
        "SELECT * { ?s ?p ?o . ?p ?q ?r }",
        "SELECT * { ?s <http://exemple.fr/1> ?x OPTIONAL { ?x <http://exemple.fr/2> ?o . ?o ?p ?s }"
            + " }",
        "SELECT * { VALUES ?s { <http://exemple.fr/1> <http://exemple.fr/none> 3 } ?s ?p ?o }",
        "SELECT * { BIND(<http://exemple.fr/2> AS ?p) ?s ?p ?o }",
        "SELECT * { GRAPH ?g { ?s ?p ?x . ?x ?p ?o } }",
        "SELECT * { GRAPH <urn:b> { ?s <http://exemple.fr/1> ?o } FILTER NOT EXISTS { ?o ?q ?s } }",
        "SELECT ?s (COUNT(*) AS ?n) { ?s (<http://exemple.fr/1>|<http://exemple.fr/2>)+ ?o } GROUP"
            + " BY ?s",
        "SELECT * { ?s ?p ?o . ?a ?b ?c . FILTER(?o = ?a && ?s != ?c) }",
        "SELECT * { <http://exemple.fr/none> ?p ?o }",
        "SELECT * { ?s <http://exemple.fr/none> ?o }"
      })
  void it_answers_as_the_library_does(String query) {
    for (int round = 0; round < 20; round++) {
      Map<String, List<Triple>> graphs = new HashMap<>();
      for (String name : List.of("urn:a", "urn:b", "urn:c")) {
        graphs.put(name, IntStream.range(0, random.nextInt(30)).mapToObj(i -> triple()).toList());
      }
      assertThat(rows(store(graphs).dataset(), query, true))
          .isEqualTo(rows(reference(graphs), query, false));
    }
  }

  @Test
  void thousands_of_nodes_are_found_by_their_numbers_again() {
    List<Triple> many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> Triple.create(node(5 * i), NodeFactory.createURI(NS), node(5 * i + 4)))
            .toList();
    Store store = store(Map.of("urn:a", many));

    assertThat(store.size()).isEqualTo(20_000);
    for (int i = 0; i < 20_000; i += 777) {
      assertThat(store.dataset().getDefaultGraph().contains(many.get(i))).isTrue();
      assertThat(store.dataset().getDefaultGraph().find(null, null, node(5 * i + 4)).toList())
          .containsExactly(many.get(i));
    }
  }

  @Test
  void a_graph_whose_version_stays_is_not_made_again() {
    Map<String, List<Triple>> graphs = new HashMap<>();
    graphs.put("urn:a", List.of(triple()));
    graphs.put("urn:b", List.of(triple()));
    Store before = store(graphs);
    List<String> made = new ArrayList<>();
    List<GraphSource> next =
        List.of(
            new GraphSource(
                "urn:a",
                "1",
                () -> {
                  made.add("urn:a");
                  return Stream.of();
                }),
            new GraphSource(
                "urn:b",
                "2",
                () -> {
                  made.add("urn:b");
                  return Stream.of(List.of());
                }));

    Store after = before.next(next);

    assertThat(made).containsExactly("urn:b");
    assertThat(after.size("urn:a")).contains(1);
    assertThat(after.size("urn:b")).contains(0);
    assertThat(after.size("urn:c")).isEmpty();
    assertThat(before.size()).isEqualTo(before.dataset().getDefaultGraph().size());
  }

  @Test
  void what_the_default_graph_is_made_of_can_be_chosen() {
    Node p = NodeFactory.createURI(NS + "p");
    Map<String, List<Triple>> graphs = new HashMap<>();
    for (String name : List.of("urn:a", "urn:b", "urn:c")) {
      graphs.put(name, List.of(Triple.create(NodeFactory.createURI(name), p, p)));
    }
    DatasetGraph chosen = store(graphs).dataset(List.of("urn:a", "urn:c"), List.of("urn:b"));

    assertThat(rows(chosen, "SELECT ?s { ?s ?p ?o }", true))
        .containsExactly("[?s=urn:a]", "[?s=urn:c]");
    assertThat(rows(chosen, "SELECT ?s { GRAPH ?g { ?s ?p ?o } }", true))
        .containsExactly("[?s=urn:b]");
  }
}
