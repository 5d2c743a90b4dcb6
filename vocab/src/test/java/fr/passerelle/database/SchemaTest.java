package fr.passerelle.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flyway is passed over only where its history says exactly what it would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {
  private final Database database;
  private final Schema schema;

  SchemaTest(@TempDir Path folder) {
    database = Database.open(DataFolder.at(folder), Role.COMMAND);
    schema = new Schema(database.dataSource());
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void the_list_is_the_folder_and_nothing_else() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources", Schema.FOLDER))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Schema.MIGRATIONS);
    }
  }

  @Test
  void what_flyway_wrote_is_known_as_current() {
    assertThat(schema.current()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from flyway_schema_history where version = '2'",
        "update flyway_schema_history set success = false where version = '2'",
        "update flyway_schema_history set checksum = checksum + 1 where version = '2'",
        "update flyway_schema_history set script = 'V2__other.sql' where version = '2'",
        "insert into flyway_schema_history values"
            + " (9000, '9000', 'x', 'SQL', 'V9000__x.sql', 1, 'me', now(), 1, true)",
        "drop table flyway_schema_history"
      })
  void anything_else_is_left_to_flyway(String change) {
    Jdbi jdbi = Jdbi.create(database.dataSource());
    jdbi.useHandle(handle -> {
      handle.execute("create table kept as select * from flyway_schema_history");
      handle.execute(change);
    });
    try {
      assertThat(schema.current()).isFalse();
    } finally {
      jdbi.useHandle(handle -> {
        handle.execute("create table if not exists flyway_schema_history (like kept)");
        handle.execute("truncate flyway_schema_history");
        handle.execute("insert into flyway_schema_history select * from kept");
        handle.execute("drop table kept");
      });
    }
  }

  @Test
  void a_migration_that_failed_is_refused_as_before() {
    Jdbi jdbi = Jdbi.create(database.dataSource());
    String set = "update flyway_schema_history set success = %s where version = '2'";
    jdbi.useHandle(handle -> handle.execute(set.formatted(false)));
    try {
      assertThatThrownBy(schema::migrate).isInstanceOf(FlywayException.class);
    } finally {
      jdbi.useHandle(handle -> handle.execute(set.formatted(true)));
    }
  }
}
