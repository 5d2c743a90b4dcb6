package fr.passerelle.api.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import io.micronaut.http.server.exceptions.NotAllowedException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parsed and valid documents, kept by weight; invalid ones are never kept. */
final class Documents implements PreparsedDocumentProvider {
  private static final int MAX_BYTES = 32 << 20;

  /** Measured on small documents: what a character of source weighs once parsed, in bytes. */
  private static final int BYTES_PER_CHARACTER = 100;

  /** Reading it takes a time that grows with the square of its length. */
  private static final Pattern ENDLESS_NUMBER = Pattern.compile("\\d{100}");

  private final Cache<String, PreparsedDocumentEntry> valid =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .<String, PreparsedDocumentEntry>weigher(
              (query, document) -> 1_000 + BYTES_PER_CHARACTER * query.length())
          .build();

  private final PersistedDocuments persisted;

  Documents(PersistedDocuments persisted) {
    this.persisted = persisted;
  }

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
    if (ENDLESS_NUMBER.matcher(input.getQuery()).find()) {
      return CompletableFuture.completedFuture(
          new PreparsedDocumentEntry(
              Errors.typed("SYNTAX_ERROR", "Un nombre a moins de 100 chiffres.")));
    }
    GraphqlRequest request =
        Objects.requireNonNull(input.getGraphQLContext().get(GraphqlRequest.class));
    PreparsedDocumentEntry entry = entry(input, parse);
    requireSafe(request, input, entry);
    if (entry.hasErrors()) {
      return CompletableFuture.completedFuture(entry);
    }
    if (!persisted.trusted().admits(input.getQuery())
        && !asksOnlyTheSchema(Objects.requireNonNull(entry.getDocument()))) {
      return CompletableFuture.completedFuture(
          new PreparsedDocumentEntry(
              Errors.typed(
                  "DOCUMENT_NOT_TRUSTED",
                  "Cette instance n'exécute que les documents de ses manifestes ; le schéma, lui,"
                      + " peut être demandé.")));
    }
    persisted.keep(request.document());
    return CompletableFuture.completedFuture(entry);
  }

  private PreparsedDocumentEntry entry(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
    PreparsedDocumentEntry known = valid.getIfPresent(input.getQuery());
    if (known != null) {
      return known;
    }
    PreparsedDocumentEntry entry = parse.apply(input);
    if (!entry.hasErrors()) {
      valid.put(input.getQuery(), entry);
    }
    return entry;
  }

  /** Introspection stays open, whatever else is. */
  private static boolean asksOnlyTheSchema(Document document) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .flatMap(each -> each.getSelectionSet().getSelections().stream())
        .allMatch(each -> each instanceof Field field && field.getName().startsWith("__"));
  }

  /** A GET never writes, not even by a document that is refused for another reason. */
  private static void requireSafe(
      GraphqlRequest request, ExecutionInput input, PreparsedDocumentEntry entry) {
    if (!request.safe()) {
      return;
    }
    Document document =
        entry.hasErrors() ? ParseAndValidate.parse(input).getDocument() : entry.getDocument();
    boolean writes =
        Optional.ofNullable(document)
            .flatMap(parsed -> operation(parsed, request.operationName()))
            .filter(each -> each.getOperation() == OperationDefinition.Operation.MUTATION)
            .isPresent();
    if (writes) {
      throw new NotAllowedException("GET", URI.create("/graphql"), Set.of("POST"));
    }
  }

  private static Optional<OperationDefinition> operation(Document document, String name) {
    List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
    if (name.isEmpty()) {
      return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
    return all.stream().filter(each -> name.equals(each.getName())).findFirst();
  }
}
