package fr.passerelle.api.linkeddata.sparql.store;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.engine.main.StageGeneratorGeneric;

/**
 * Matches basic graph patterns over numbered triples: by numbers from the first pattern to the last
 * one, nodes being looked at only where a solution is whole.
 */
public final class PatternSolver implements StageGenerator {
  private static final StageGenerator OTHERS = new StageGeneratorGeneric();

  @Override
  public QueryIterator execute(
      BasicPattern pattern, QueryIterator input, ExecutionContext execution) {
    Graph active = execution.getActiveGraph();
    if (!(active instanceof CompactGraph graph)) {
      return OTHERS.execute(pattern, input, execution);
    }
    return new QueryIterRepeatApply(input, execution) {
      private PatternProgram program = PatternProgram.NOTHING;

      @Override
      protected QueryIterator nextStage(Binding binding) {
        Set<Var> known = new HashSet<>();
        binding.vars().forEachRemaining(known::add);
        if (!program.isOf(known)) {
          program = PatternProgram.of(graph, pattern, known);
        }
        return QueryIterPlainWrapper.create(program.run(binding), execution);
      }
    };
  }
}
