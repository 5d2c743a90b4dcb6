package fr.passerelle.api.linkeddata.sparql.guard;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;

/** A graph that takes no more triples than an answer may have. */
final class CappedGraph extends GraphWrapper {
  private final Budget budget;

  CappedGraph(Graph graph, Budget budget) {
    super(graph);
    this.budget = budget;
  }

  @Override
  public void add(Triple triple) {
    budget.check();
    super.add(triple);
    if (size() > budget.limits().rows()) {
      throw new ExcessException(Excess.ROWS);
    }
  }
}
