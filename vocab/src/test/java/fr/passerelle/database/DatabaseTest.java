package fr.passerelle.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded database while a service runs it. */
class DatabaseTest {
  @TempDir static Path temporary;
  static DataFolder folder;
  static Database service;

  @BeforeAll
  static void start() {
    folder = DataFolder.at(temporary.resolve("les données"));
    service = Database.open(folder, Role.SERVICE);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "listen_addresses, 127.0.0.1",
    "server_encoding, UTF8"
  })
  void the_server_is_set_for_data_that_must_last(String setting, String value) throws Exception {
    assertThat(ask(service, "show " + setting)).isEqualTo(value);
  }

  @Test
  void text_is_compared_the_same_way_on_every_machine() throws Exception {
    assertThat(
            ask(
                service,
                "select datlocprovider::text || ' ' || datlocale from pg_database limit 1"))
        .isEqualTo("b C.UTF-8");
    assertThat(ask(service, "select upper('é')")).isEqualTo("É");
  }

  @Test
  void the_first_start_makes_the_tables() throws Exception {
    assertThat(service.owner()).isTrue();
    assertThat(ask(service, "select count(*) from publication_log")).isEqualTo("0");
  }

  @Test
  void nobody_enters_without_the_password() throws Exception {
    String withoutPassword = service.jdbcUrl().replaceAll("password=[^&]*", "password=x");
    assertThatThrownBy(() -> DriverManager.getConnection(withoutPassword))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
    assertThat(permissions(folder.password())).isEqualTo("rw-------");
    assertThat(permissions(folder.binaries())).isEqualTo("rwx------");
    assertThat(permissions(folder.postgres())).isEqualTo("rwx------");
  }

  @Test
  void a_command_beside_the_service_reads_and_writes_and_leaves_it_running() throws Exception {
    tell(service, "create table beside (said text)");
    try (Database command = Database.open(folder, Role.COMMAND)) {
      assertThat(command.owner()).isFalse();
      tell(command, "insert into beside values ('bonjour')");
    }
    assertThat(ask(service, "select said from beside")).isEqualTo("bonjour");
  }

  @Test
  void a_command_of_another_process_leaves_the_service_running() throws Exception {
    try (OtherProcess command = OtherProcess.start(folder, Role.COMMAND)) {
      assertThat(command.says()).isEqualTo("guest");
      command.finish();
      assertThat(command.says()).isEqualTo("closed");
    }
    assertThat(ask(service, "select 1")).isEqualTo("1");
  }

  @Test
  void a_second_service_is_refused_and_told_by_whom() throws Exception {
    long me = ProcessHandle.current().pid();
    assertThatThrownBy(() -> Database.open(folder, Role.SERVICE))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("ce dossier est déjà servi par le processus " + me);
    try (OtherProcess second = OtherProcess.start(folder, Role.SERVICE)) {
      assertThat(second.lastWords()).contains("ce dossier est déjà servi par le processus " + me);
    }
    assertThat(ask(service, "select 1")).isEqualTo("1");
  }

  @Test
  void a_database_elsewhere_is_used_by_its_address() throws Exception {
    try (Database elsewhere = Database.connect(service.jdbcUrl())) {
      assertThat(elsewhere.owner()).isFalse();
      assertThat(ask(elsewhere, "select 1")).isEqualTo("1");
    }
    assertThat(ask(service, "select 1")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://hote/base, une adresse de base commence par jdbc:postgresql:",
    "jdbc:postgresql://127.0.0.1:1/x?user=x, la base n'est pas utilisable"
  })
  void an_address_that_leads_nowhere_is_refused(String address, String message) {
    assertThatThrownBy(() -> Database.connect(address))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining(message);
  }

  static String ask(Database database, String query) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  static void tell(Database database, String... orders) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String order : List.of(orders)) {
        statement.execute(order);
      }
    }
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
