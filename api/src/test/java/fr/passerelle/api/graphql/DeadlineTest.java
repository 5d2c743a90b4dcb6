package fr.passerelle.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An operation that lasts too long, over a schema whose first field waits to be cancelled. */
class DeadlineTest {
  private final AtomicInteger fetched = new AtomicInteger();

  private ExecutionInput input() {
    return ExecutionInput.newExecutionInput("{slow after}").build();
  }

  private GraphQL graphql(DataFetcher<String> slow) {
    DataFetcher<String> after =
        environment -> {
          fetched.incrementAndGet();
          return "read";
        };
    return GraphQL.newGraphQL(
            new SchemaGenerator()
                .makeExecutableSchema(
                    new SchemaParser().parse("type Query { slow: String after: String }"),
                    RuntimeWiring.newRuntimeWiring()
                        .type(
                            "Query",
                            type -> type.dataFetcher("slow", slow).dataFetcher("after", after))
                        .build()))
        .build();
  }

  @Test
  @Timeout(30) // for ever, were it not cancelled
  void an_operation_that_lasts_too_long_is_ended_between_two_fields() {
    Deadline deadline = new Deadline(Duration.ofMillis(1));
    ExecutionInput input = input();
    Deadline.Running running = deadline.begin(input);

    ExecutionResult result =
        graphql(
                environment -> {
                  while (!input.isCancelled()) {
                    Thread.onSpinWait();
                  }
                  return "late";
                })
            .execute(input);
    deadline.end(running);
    deadline.close();

    assertThat(running.ended()).isTrue();
    assertThat(fetched).hasValue(0);
    assertThat(result.getErrors()).hasSize(1);
    assertThat(result.<Object>getData()).isNull();
  }

  @Test
  void another_is_left_alone() {
    Deadline deadline = new Deadline(Duration.ofMinutes(5));
    ExecutionInput input = input();
    Deadline.Running running = deadline.begin(input);

    ExecutionResult result = graphql(environment -> "at once").execute(input);
    deadline.end(running);
    deadline.close();

    assertThat(running.ended()).isFalse();
    assertThat(fetched).hasValue(1);
    assertThat(result.getErrors()).isEmpty();
  }
}
