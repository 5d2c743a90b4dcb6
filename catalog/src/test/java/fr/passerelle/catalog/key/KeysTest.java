package fr.passerelle.catalog.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.RefusedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysTest {
  private static final Set<Scope> DEPOSIT = EnumSet.of(Scope.DEPOSIT);

  private final Database database;
  private final Jdbi jdbi;
  private final Keys keys;

  KeysTest(@TempDir Path folder) {
    database = Database.open(DataFolder.at(folder), Role.COMMAND);
    jdbi = Jdbi.create(database.dataSource());
    keys = new Keys(database.dataSource(), Clock.systemUTC());
  }

  @BeforeEach
  void empty() {
    jdbi.useHandle(handle -> handle.execute("truncate api_key"));
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void a_key_is_found_again_by_what_its_holder_sends() {
    NewKey made = keys.add(DEPOSIT, "Carif-Oref Bretagne", "carif-bretagne");

    assertThat(keys.find(made.secret()))
        .hasValueSatisfying(found -> {
          assertThat(found.id()).isEqualTo(made.key().id());
          assertThat(found.author()).isEqualTo("carif-bretagne");
          assertThat(found.name()).isEqualTo("Carif-Oref Bretagne");
          assertThat(found.allows(Scope.DEPOSIT)).isTrue();
          assertThat(found.allows(Scope.QUOTA)).isFalse();
        });
  }

  @Test
  void the_secret_is_nowhere_in_the_database_nor_in_what_could_be_logged() {
    NewKey made = keys.add(DEPOSIT, "Carif-Oref Bretagne", "carif-bretagne");
    String random = made.secret().substring(made.secret().length() - 43);
    String row =
        jdbi.withHandle(handle ->
            handle.createQuery("select cast(k as text) from api_key k").mapTo(String.class).one());

    assertThat(row).doesNotContain(random).containsPattern("[0-9a-f]{64}");
    assertThat(made.toString() + made.key()).doesNotContain(random);
    assertThat(KeyText.parse(made.secret()).orElseThrow().toString()).doesNotContain(random);
  }

  @Test
  void two_keys_are_never_alike() {
    assertThat(keys.add(DEPOSIT, "A", "a").secret())
        .hasSize(4 + 10 + 1 + 43)
        .isNotEqualTo(keys.add(DEPOSIT, "A", "a").secret());
  }

  @Test
  void a_wrong_secret_under_a_right_name_is_no_key() {
    String right = keys.add(DEPOSIT, "A", "a").secret();
    char last = right.charAt(20) == 'x' ? 'y' : 'x';

    assertThat(keys.find(right.substring(0, 20) + last + right.substring(21))).isEmpty();
    assertThat(keys.find(right + "=")).isEmpty();
    assertThat(keys.find("")).isEmpty();
    assertThat(keys.find("psr_0000000000_" + "A".repeat(43))).isEmpty();
  }

  @Test
  void a_revoked_key_is_no_key_and_stays_in_the_list() {
    NewKey one = keys.add(DEPOSIT, "A", "a");
    NewKey other = keys.add(DEPOSIT, "A", "a");

    keys.revoke(one.key().id());

    assertThat(keys.find(one.secret())).isEmpty();
    assertThat(keys.find(other.secret())).isPresent();
    assertThat(keys.list()).hasSize(2);
    assertThatThrownBy(() -> keys.revoke(one.key().id())).isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "rome-4",
    "rome",
    "rome-5",
    "formacode-15",
    "themes",
    "france-travail",
    "Carif",
    "carif oref",
    "carif/oref",
    "-carif",
    "carif-bretagne",
    "carif-bretagne-sud",
    "carif"
  })
  void an_author_that_could_be_taken_for_another_is_refused(String author) {
    keys.add(DEPOSIT, "Carif-Oref Bretagne", "carif-bretagne");

    assertThatThrownBy(() -> keys.add(DEPOSIT, "Quelqu'un d'autre", author))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("--author");
    assertThat(keys.list()).hasSize(1);
  }
}
