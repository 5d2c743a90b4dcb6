package fr.passerelle.api.linkeddata.sparql.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Triple patterns in the order in which they are matched, their variables by place. */
final class PatternProgram {
  /** That of no pattern. */
  static final PatternProgram NOTHING =
      new PatternProgram(
          new CompactGraph(new Dictionary(), TripleIndex.of(new long[0])),
          List.of(),
          Set.of(Var.alloc("none")));

  /**
   * A part of a pattern.
   *
   * @param number of the constant; {@link Dictionary#NONE} for a variable, or if it is nowhere
   * @param place of the variable; {@link Dictionary#NONE} for a constant
   */
  record Part(int number, int place) {
    boolean isNowhere() {
      return number == Dictionary.NONE && place == Dictionary.NONE;
    }
  }

  /** A triple pattern. */
  record Step(Part subject, Part predicate, Part object) {
    boolean isNowhere() {
      return subject.isNowhere() || predicate.isNowhere() || object.isNowhere();
    }
  }

  private final CompactGraph graph;
  private final Set<Var> known;
  private final List<Var> vars = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  private PatternProgram(CompactGraph graph, List<Triple> ordered, Set<Var> known) {
    this.graph = graph;
    this.known = known;
    Dictionary dictionary = graph.dictionary();
    for (Triple each : ordered) {
      Node predicate = each.getPredicate();
      steps.add(
          new Step(
              part(each.getSubject()),
              predicate.isVariable()
                  ? part(predicate)
                  : new Part(dictionary.findPredicate(predicate), Dictionary.NONE),
              part(each.getObject())));
    }
  }

  static PatternProgram of(CompactGraph graph, BasicPattern pattern, Set<Var> known) {
    return new PatternProgram(graph, PatternPlan.of(graph, pattern, known), Set.copyOf(known));
  }

  private Part part(Node node) {
    if (!node.isVariable()) {
      return new Part(graph.dictionary().find(node), Dictionary.NONE);
    }
    Var variable = Var.alloc(node);
    int place = vars.indexOf(variable);
    if (place < 0) {
      place = vars.size();
      vars.add(variable);
    }
    return new Part(Dictionary.NONE, place);
  }

  /** Whether it was made for solutions that have those variables. */
  boolean isOf(Set<Var> variables) {
    return known.equals(variables);
  }

  CompactGraph graph() {
    return graph;
  }

  List<Var> vars() {
    return vars;
  }

  Step step(int number) {
    return steps.get(number);
  }

  int length() {
    return steps.size();
  }

  /** The solutions that go with one that is known already. */
  Iterator<Binding> run(Binding before) {
    if (steps.isEmpty()) {
      return Iter.singletonIterator(before);
    }
    return steps.stream().anyMatch(Step::isNowhere)
        ? Iter.nullIterator()
        : PatternRun.of(this, before);
  }
}
