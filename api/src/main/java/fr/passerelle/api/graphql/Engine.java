package fr.passerelle.api.graphql;

import fr.passerelle.api.Instance;
import fr.passerelle.vocab.release.Snapshot;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AbortExecutionException;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.validation.QueryComplexityLimits;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes operations against the schema, within limits that no honest client meets. */
@Singleton
final class Engine {
  /** Expanded through fragments, aliases counted; deeper levels are for introspection only. */
  private static final QueryComplexityLimits LIMITS =
      QueryComplexityLimits.newLimits().maxFieldsCount(500).maxDepth(20).build();

  private static final ParserOptions PARSER =
      ParserOptions.getDefaultOperationParserOptions()
          .transform(options ->
              options
                  .maxCharacters(32 << 10)
                  .maxTokens(5_000)
                  .maxWhitespaceTokens(20_000)
                  .maxRuleDepth(200));

  /** In bytes. */
  private static final int LARGEST_RESPONSE = 8 << 20;

  private final GraphQL graphql;
  private final Errors errors;
  private final Archive archive;
  private final PersistedDocuments persisted;
  private final Deadline deadline;

  Engine(Instance instance, Archive archive, PersistedDocuments persisted, Deadline deadline) {
    this.archive = archive;
    this.persisted = persisted;
    this.deadline = deadline;
    this.errors = new Errors(instance.address());
    this.graphql =
        GraphQL.newGraphQL(PublishedSchema.load())
            .preparsedDocumentProvider(new Documents(persisted))
            .instrumentation(new CostLimit())
            .defaultDataFetcherExceptionHandler(errors)
            .build();
  }

  /** What can be asked. */
  GraphQLSchema schema() {
    return graphql.getGraphQLSchema();
  }

  /**
   * Executes a request.
   *
   * @param snapshot what it reads, from its beginning to its end
   * @param lang language of labels where a field does not say
   * @param desk studies as the bearer of the request sees them
   * @throws io.micronaut.http.server.exceptions.NotAllowedException for a mutation by GET
   */
  Outcome execute(GraphqlRequest request, Snapshot snapshot, String lang, StudyDesk desk) {
    View view = new View(snapshot, lang, archive, desk);
    Aside aside = new Aside();
    ExecutionInput input;
    try {
      input = input(request, persisted.text(request.document()), view, aside);
    } catch (AbortExecutionException e) {
      return outcome(e.toExecutionResult(), Map.of(), /* passing= */ true);
    }
    Deadline.Running running = deadline.begin(input);
    try {
      ExecutionResult result = graphql.execute(input);
      return running.ended()
          ? tooLong()
          : outcome(
              result,
              extensions(result, input.getGraphQLContext().get(Cost.class), aside),
              aside.isPassing());
    } finally {
      deadline.end(running);
    }
  }

  private static ExecutionInput input(
      GraphqlRequest request, String query, View view, Aside aside) {
    ExecutionInput.Builder input =
        ExecutionInput.newExecutionInput()
            .query(query)
            .root(view)
            .variables(request.variables())
            .dataLoaderRegistry(Loaders.of(view.desk()))
            // graphql-java speaks German and Dutch, and English to everyone else.
            .locale(Locale.ENGLISH)
            .graphQLContext(
                Map.of(
                    View.class, view,
                    Aside.class, aside,
                    GraphqlRequest.class, request,
                    ParserOptions.class, PARSER,
                    QueryComplexityLimits.KEY, LIMITS));
    if (!request.operationName().isEmpty()) {
      input.operationName(request.operationName());
    }
    return input.build();
  }

  private Outcome outcome(ExecutionResult result, Map<String, Object> extensions, boolean passing) {
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    if (!result.getErrors().isEmpty()) {
      response.put("errors", errors.list(result.getErrors()));
    }
    if (result.isDataPresent()) {
      response.put("data", result.getData());
    }
    if (!extensions.isEmpty()) {
      response.put("extensions", extensions);
    }
    boolean lasting = result.isDataPresent() && !passing && !Errors.anyIsOurs(result.getErrors());
    return JsonWriter.write(response, LARGEST_RESPONSE)
        .map(bytes -> new Outcome(bytes, result.isDataPresent(), lasting))
        .orElseGet(this::tooLarge);
  }

  private static Map<String, Object> extensions(
      ExecutionResult result, @Nullable Cost cost, Aside aside) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    if (cost != null) {
      extensions.put("cost", Map.of("requested", cost.points(), "limit", Cost.MOST_POINTS));
    }
    if (!aside.reasons().isEmpty()) {
      extensions.put("emptyLists", aside.reasons());
    }
    int omitted = result.getErrors().size() - Errors.MOST;
    if (omitted > 0) {
      extensions.put("errorsOmitted", omitted);
    }
    return extensions;
  }

  private Outcome tooLarge() {
    return refused(
        "RESPONSE_TOO_LARGE",
        "La réponse dépasse %d Mo : demander moins d'éléments (first) ou moins de champs."
            .formatted(LARGEST_RESPONSE >> 20));
  }

  private Outcome tooLong() {
    return refused(
        "QUERY_TOO_LONG",
        "L'exécution a été arrêtée au bout de %d s : demander moins d'éléments (first) ou moins de champs."
            .formatted(deadline.longest().toSeconds()));
  }

  private static Outcome refused(String code, String message) {
    byte[] bytes =
        JsonWriter.write(Map.of("errors", List.of(Errors.error(code, message))), LARGEST_RESPONSE)
            .orElseThrow();
    return new Outcome(bytes, /* executed= */ false, /* lasting= */ false);
  }
}
