package fr.passerelle.api.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The schema against the last one that clients were told to rely on. A change that breaks one of
 * them fails here; to accept it, run this test with {@code UPDATE_SCHEMA=1}, read the difference,
 * and say it in the changelog.
 */
class SchemaCompatibilityTest {
  private static final Path RELEASED =
      Path.of(System.getenv().getOrDefault("PASSERELLE_ROOT", ".."))
          .resolve("openapi/released.graphqls");

  private static List<String> breakages(String before, String now) {
    CapturingReporter reporter = new CapturingReporter();
    new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(before, now), reporter);
    return reporter.getBreakages().stream().map(DiffEvent::getReasonMsg).toList();
  }

  /** Without descriptions, which may change at any time. */
  private static String bare(String schema) {
    return schema
            .replaceAll("(?s)\"\"\".*?\"\"\"\\s*", "")
            .replaceAll("(?m)^ *\".*\"\\n", "")
            .replaceAll("\\n\\n+", "\n\n")
            .strip()
        + "\n";
  }

  @Test
  void nothing_that_clients_rely_on_has_changed() throws IOException {
    String now = bare(PublishedSchema.source());
    if (System.getenv("UPDATE_SCHEMA") != null) {
      Files.writeString(RELEASED, now);
    }

    assertThat(breakages(Files.readString(RELEASED), now))
        .as("with UPDATE_SCHEMA=1 this test accepts the change")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  citation: String!                | '' | a field that is gone",
        "  conceptCount: Int!              |   conceptCount: Int | null where there was none",
        "  conceptCount: Int!              |   conceptCount: String! | another type",
        "  FICHE_METIER                    | '' | a value that is gone",
        "    q: String!                    |     q: String! size: Int! | an argument that is"
            + " required",
        "  title: String!                  |   title: String! more: String! | a member that is"
            + " required",
      })
  void what_breaks_a_client_is_seen(String line, String instead, String why) {
    String schema = bare(PublishedSchema.source());
    assertThat(schema).contains(line.strip());

    assertThat(breakages(schema, schema.replace(line.strip(), instead.strip())))
        .as(why)
        .isNotEmpty();
  }

  @Test
  void what_is_new_breaks_nobody() {
    String schema = bare(PublishedSchema.source());

    assertThat(
            breakages(
                schema,
                schema.replace(
                    "type Licence {", "type Licence {\n  summary(lang: String = \"fr\"): String")))
        .isEmpty();
  }
}
