package fr.passerelle.vocab.skos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** A list in RDF: its elements in order, as far as it is one (RDF 1.1, section 5.2). */
final class SkosList {
  private final Graph graph;
  private final List<Node> elements = new ArrayList<>();
  private final Set<Node> cells = new HashSet<>();

  private SkosList(Graph graph) {
    this.graph = graph;
  }

  /** The elements of the list that begins there; empty where it forks, ends short or goes round. */
  static Optional<List<Node>> read(Graph graph, Node head) {
    SkosList list = new SkosList(graph);
    Optional<Node> cell = Optional.of(head);
    while (cell.isPresent() && !cell.get().equals(RDF.nil.asNode())) {
      cell = list.add(cell.get());
    }
    return cell.map(end -> list.elements);
  }

  /** What follows that cell; empty where it is not a cell, or was read before. */
  private Optional<Node> add(Node cell) {
    Optional<Node> first = only(cell, RDF.first.asNode());
    if (first.isEmpty() || !cells.add(cell)) {
      return Optional.empty();
    }
    elements.add(first.get());
    return only(cell, RDF.rest.asNode());
  }

  private Optional<Node> only(Node cell, Node property) {
    if (cell.isLiteral()) {
      return Optional.empty();
    }
    List<Node> objects = graph.stream(cell, property, null).map(Triple::getObject).toList();
    return objects.size() == 1 ? Optional.of(objects.getFirst()) : Optional.empty();
  }
}
