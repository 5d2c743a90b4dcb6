package fr.passerelle.api.linkeddata.shapes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/** Which records of a page each of its nodes belongs to: those from which it can be reached. */
final class Owners {
  private static final Node TYPE = RDF.type.asNode();
  private static final Node TOPIC = NodeFactory.createURI("http://xmlns.com/foaf/0.1/primaryTopic");
  private static final List<Node> KINDS =
      List.of(DCAT.Dataset.asNode(), DCAT.DataService.asNode(), DCAT.Catalog.asNode());

  private final Graph page;
  private final Map<Node, SortedSet<String>> owners = new HashMap<>();
  private final SortedSet<String> catalogs = new TreeSet<>();

  /** Records and what tells of them: nobody goes through these to reach others. */
  private final Map<Node, Node> records = new HashMap<>();

  private Owners(Graph page) {
    this.page = page;
  }

  static Owners of(Graph page) {
    Owners owners = new Owners(page);
    for (Node kind : KINDS) {
      page.find(Node.ANY, TYPE, kind)
          .mapWith(Triple::getSubject)
          .forEach(each -> owners.records.put(each, each));
    }
    page.find(Node.ANY, TYPE, DCAT.Catalog.asNode())
        .forEach(each -> owners.catalogs.add(each.getSubject().toString()));
    page.find(Node.ANY, TOPIC, Node.ANY)
        .forEach(each -> owners.records.put(each.getSubject(), each.getObject()));
    owners.records.forEach(owners::walk);
    return owners;
  }

  private void walk(Node from, Node owner) {
    String name = owner.toString();
    Deque<Node> ahead = new ArrayDeque<>(List.of(from));
    while (!ahead.isEmpty()) {
      Node node = ahead.pop();
      if (owners.computeIfAbsent(node, each -> new TreeSet<>()).add(name)) {
        page.find(node, Node.ANY, Node.ANY)
            .mapWith(Triple::getObject)
            .filterDrop(each -> each.isLiteral() || records.containsKey(each))
            .forEach(ahead::push);
      }
    }
  }

  /** The records of a node; the catalogue alone, where that points at it too. */
  List<String> of(Node node) {
    SortedSet<String> all = owners.getOrDefault(node, new TreeSet<>());
    SortedSet<String> told = new TreeSet<>(all);
    told.retainAll(catalogs);
    return List.copyOf(told.isEmpty() ? all : told);
  }
}
