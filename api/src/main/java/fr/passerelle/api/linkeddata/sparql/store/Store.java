package fr.passerelle.api.linkeddata.sparql.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * All graphs at one moment; the default graph holds what any of them holds. The next state takes
 * over the graphs that did not change.
 */
public final class Store {
  private final Dictionary dictionary;

  /** Nodes when all graphs were made anew: what goes leaves its nodes, for a while. */
  private final int fresh;

  private final Map<String, Held> graphs;
  private final CompactGraph union;

  private record Held(String version, CompactGraph graph) {}

  private Store(Dictionary dictionary, int fresh, Map<String, Held> graphs) {
    this.dictionary = dictionary;
    this.fresh = fresh;
    this.graphs = graphs;
    this.union = union(graphs.values());
  }

  /** No graph. */
  public static Store empty() {
    return new Store(new Dictionary(), 0, Map.of());
  }

  /** Those graphs, of which this state may hold some already. */
  public Store next(List<GraphSource> sources) {
    boolean anew = graphs.isEmpty() || dictionary.size() > 2 * fresh;
    Dictionary nodes = anew ? new Dictionary() : dictionary.copy();
    Map<String, Held> made = new LinkedHashMap<>();
    for (GraphSource each : sources) {
      Held held = anew ? null : graphs.get(each.name());
      TripleIndex index =
          held != null && held.version().equals(each.version())
              ? held.graph().index()
              : read(nodes, each);
      made.put(each.name(), new Held(each.version(), new CompactGraph(nodes, index)));
    }
    return new Store(nodes, anew ? nodes.size() : fresh, made);
  }

  private static TripleIndex read(Dictionary nodes, GraphSource source) {
    GraphContent content = new GraphContent(nodes);
    source.triples().get().forEach(part -> part.forEach(content::add));
    return content.index();
  }

  private CompactGraph union(Collection<Held> parts) {
    return new CompactGraph(
        dictionary, TripleIndex.union(parts.stream().map(each -> each.graph().index()).toList()));
  }

  /** Names of all graphs. */
  public Collection<String> names() {
    return graphs.keySet();
  }

  /** Triples of a graph, if there is one of that name. */
  public Optional<Integer> size(String name) {
    return Optional.ofNullable(graphs.get(name)).map(each -> each.graph().index().size());
  }

  /** Triples of all graphs, each once. */
  public int size() {
    return union.index().size();
  }

  /** How many triples each property has, over all graphs. */
  public Map<Node, Integer> properties() {
    Map<Node, Integer> counts = new LinkedHashMap<>();
    for (int number = 0; number < dictionary.predicates(); number++) {
      int size = union.index().find(Dictionary.NONE, number, Dictionary.NONE).size();
      if (size > 0) {
        counts.put(dictionary.predicate(number), size);
      }
    }
    return counts;
  }

  /** How many things each class has, over all graphs. */
  public Map<Node, Integer> classes() {
    int type = dictionary.findPredicate(RDF.Nodes.type);
    Map<Node, Integer> counts = new LinkedHashMap<>();
    if (type != Dictionary.NONE) {
      TripleIndex.Range typed = union.index().find(Dictionary.NONE, type, Dictionary.NONE);
      for (int at = typed.from(); at < typed.to(); at++) {
        counts.merge(dictionary.node(typed.order().object(typed.keys()[at])), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** All graphs, to be asked. */
  public DatasetGraph dataset() {
    DatasetGraphMapLink dataset = new ReadOnly(union);
    graphs.forEach((name, each) -> dataset.addGraph(NodeFactory.createURI(name), each.graph()));
    return dataset;
  }

  /**
   * Some graphs, as FROM and FROM NAMED choose them (SPARQL 1.1 Query Language, 13.2).
   *
   * @param defaults names of those that make the default graph
   * @param named names of those that can be asked for by name
   */
  public DatasetGraph dataset(List<String> defaults, List<String> named) {
    List<Held> chosen = new ArrayList<>();
    for (String each : defaults) {
      Optional.ofNullable(graphs.get(each)).ifPresent(chosen::add);
    }
    DatasetGraphMapLink dataset =
        new ReadOnly(chosen.size() == 1 ? chosen.getFirst().graph() : union(chosen));
    for (String each : named) {
      Optional.ofNullable(graphs.get(each))
          .ifPresent(held -> dataset.addGraph(NodeFactory.createURI(each), held.graph()));
    }
    return dataset;
  }

  /** Asking for a graph that is not there makes none. */
  private static final class ReadOnly extends DatasetGraphMapLink {
    ReadOnly(CompactGraph defaultGraph) {
      super(defaultGraph);
    }

    @Override
    protected Graph getGraphCreate(Node name) {
      return GraphFactory.createDefaultGraph();
    }
  }
}
