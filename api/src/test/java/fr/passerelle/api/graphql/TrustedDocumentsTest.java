package fr.passerelle.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.RefusedException;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.IntrospectionQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedDocumentsTest {
  private static final String QUERY = "query Site{__typename vocabs @skip(if:true){id}}";

  private static final String APOLLO =
      """
      {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
        {"id": "site-1", "name": "Site", "type": "query", "body": "%s"}]}
      """
          .formatted(QUERY);

  @TempDir Path folder;

  @BeforeEach
  void manifests() throws IOException {
    Files.writeString(folder.resolve("apollo.json"), APOLLO);
    Files.writeString(
        folder.resolve("relay.json"),
        "{\"0123456789abcdef0123456789abcdef\": \"{regions:vocabs{id}}\"}");
    Files.writeString(folder.resolve("README.txt"), "not a manifest");
  }

  @Test
  void manifests_of_both_tools_are_read() throws IOException {
    TrustedDocuments trusted = TrustedDocuments.read(folder, /* only= */ false);

    assertThat(trusted.named("site-1")).contains(QUERY);
    assertThat(trusted.hashed(PersistedDocuments.sha256(QUERY))).contains(QUERY);
    assertThat(trusted.named("0123456789abcdef0123456789abcdef")).contains("{regions:vocabs{id}}");
    assertThat(trusted.named("README")).isEmpty();
    assertThat(trusted.admits("{anything}")).isTrue();
  }

  @Test
  void without_a_folder_there_is_none() throws IOException {
    assertThat(TrustedDocuments.read(folder.resolve("none"), /* only= */ false).named("site-1"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense                                                | bad.json",
        "[]                                                      | bad.json",
        "{\"a\": 1}                                              | bad.json/a",
        "{\"format\": \"another\", \"version\": 1}               | bad.json/format",
        "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 2} | bad.json/format",
        "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1} | bad.json/operations",
        "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\":"
            + " [{\"id\":\"x\"}]} | bad.json/operations/0",
        "{\"site-1\": \"{another}\"}                             | bad.json",
      })
  void a_file_that_is_no_manifest_is_refused_with_its_place(String text, String place)
      throws IOException {
    Files.writeString(folder.resolve("bad.json"), text);

    assertThatThrownBy(() -> TrustedDocuments.read(folder, /* only= */ false))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.faults()).hasSize(1);
              assertThat(e.faults().getFirst().place()).isEqualTo(place);
            });
  }

  private ExecutionResult execute(DocumentSource source) throws IOException {
    PersistedDocuments persisted =
        new PersistedDocuments(TrustedDocuments.read(folder, /* only= */ true));
    GraphqlRequest request = new GraphqlRequest(source, "", Map.of(), /* safe= */ false);
    return GraphQL.newGraphQL(PublishedSchema.load())
        .preparsedDocumentProvider(new Documents(persisted))
        .build()
        .execute(
            ExecutionInput.newExecutionInput()
                .query(persisted.text(source))
                .graphQLContext(Map.of(GraphqlRequest.class, request)));
  }

  @Test
  void where_only_they_are_admitted_they_run_by_name_and_by_text() throws IOException {
    for (DocumentSource each :
        new DocumentSource[] {new DocumentSource.Id("site-1"), new DocumentSource.Text(QUERY)}) {
      assertThat(execute(each).<Object>getData()).isEqualTo(Map.of("__typename", "Query"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "{vocabs{id}}",
    "{__typename vocabs{id}}",
    "query Site{__typename}  query B{vocabs{id}}"
  })
  void and_others_are_refused_before_they_are_executed(String query) throws IOException {
    String hash = PersistedDocuments.sha256(query);
    for (DocumentSource each :
        new DocumentSource[] {
          new DocumentSource.Text(query), new DocumentSource.Kept(query, hash)
        }) {
      ExecutionResult result = execute(each);

      assertThat(result.isDataPresent()).isFalse();
      assertThat(result.getErrors())
          .extracting(error -> String.valueOf(error.getErrorType()))
          .containsExactly("DOCUMENT_NOT_TRUSTED");
    }
  }

  @Test
  void and_the_schema_stays_open() throws IOException {
    ExecutionResult result =
        execute(new DocumentSource.Text(IntrospectionQuery.INTROSPECTION_QUERY));

    assertThat(result.getErrors()).isEmpty();
    assertThat(result.isDataPresent()).isTrue();
  }
}
