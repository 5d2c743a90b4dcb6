package fr.passerelle.api.linkeddata.sparql.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;

/**
 * The order in which triple patterns are matched: each time the one of which fewest triples are
 * expected, joined to what is known rather than not.
 */
final class PatternPlan {
  /** How many triples a subject has, or an object of a predicate is of, about. */
  private static final int FEW = 8;

  private final CompactGraph graph;
  private final Set<Var> known;

  private PatternPlan(CompactGraph graph, Set<Var> known) {
    this.graph = graph;
    this.known = new HashSet<>(known);
  }

  /**
   * The patterns in order.
   *
   * @param known variables that have a value before any is matched
   */
  static List<Triple> of(CompactGraph graph, BasicPattern pattern, Set<Var> known) {
    if (pattern.size() < 2) {
      return pattern.getList();
    }
    PatternPlan plan = new PatternPlan(graph, known);
    List<Triple> left = new ArrayList<>(pattern.getList());
    List<Triple> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Triple next = plan.cheapest(left);
      left.remove(next);
      ordered.add(next);
      plan.learn(next);
    }
    return ordered;
  }

  private Triple cheapest(List<Triple> left) {
    Triple best = left.getFirst();
    double least = Double.MAX_VALUE;
    for (Triple each : left) {
      double cost = cost(each);
      if (cost < least) {
        least = cost;
        best = each;
      }
    }
    return best;
  }

  private double cost(Triple triple) {
    Dictionary dictionary = graph.dictionary();
    Node s = triple.getSubject();
    Node p = triple.getPredicate();
    Node o = triple.getObject();
    int subject = s.isVariable() ? Dictionary.NONE : dictionary.find(s);
    int predicate = p.isVariable() ? Dictionary.NONE : dictionary.findPredicate(p);
    int object = o.isVariable() ? Dictionary.NONE : dictionary.find(o);
    double size = graph.index().find(subject, predicate, object).size();
    if (isKnown(s)) {
      size = Math.min(size, FEW);
    }
    if (isKnown(o)) {
      size = Math.min(size, Math.max(1, Math.sqrt(size)));
    }
    if (isKnown(p)) {
      size /= FEW;
    }
    boolean joined =
        known.isEmpty() || isKnown(s) || isKnown(p) || isKnown(o) || triple.isConcrete();
    return joined ? size : (size + 1) * graph.index().size();
  }

  private boolean isKnown(Node node) {
    return node.isVariable() && known.contains(Var.alloc(node));
  }

  private void learn(Triple triple) {
    for (Node each : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
      if (each.isVariable()) {
        known.add(Var.alloc(each));
      }
    }
  }
}
