package fr.passerelle.api.graphql;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses an operation that asks for too much, before anything of it is executed. */
final class CostLimit extends SimplePerformantInstrumentation {

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    ExecutionContext context = parameters.getExecutionContext();
    Cost cost = Cost.of(context);
    context.getGraphQLContext().put(Cost.class, cost);
    if (cost.depth() > Cost.MOST_DEPTH) {
      throw refusal(
          "QUERY_TOO_DEEP",
          "%d niveaux de champs ; %d au plus".formatted(cost.depth(), Cost.MOST_DEPTH));
    }
    if (cost.points() > Cost.MOST_POINTS) {
      throw refusal(
          "QUERY_TOO_COSTLY",
          "La requête peut coûter %d points ; %d au plus. Demander des listes plus courtes (first)."
              .formatted(cost.points(), Cost.MOST_POINTS));
    }
    return SimpleInstrumentationContext.noOp();
  }

  private static AbortExecutionException refusal(String code, String message) {
    return new AbortExecutionException(List.of(Errors.typed(code, message)));
  }
}
