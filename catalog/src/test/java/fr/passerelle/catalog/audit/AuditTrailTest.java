package fr.passerelle.catalog.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.RefusedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTrailTest {
  private static final Signature KEY = new Signature("insee", "key 12ab34cd56");

  private final Database database;
  private final Jdbi jdbi;
  private final AuditTrail trail;

  AuditTrailTest(@TempDir Path folder) {
    database = Database.open(DataFolder.at(folder), Role.COMMAND);
    jdbi = Jdbi.create(database.dataSource());
    trail = new AuditTrail(database.dataSource(), Clock.systemUTC());
  }

  @AfterAll
  void close() {
    database.close();
  }

  private List<AuditEntry> of(AuditAction action) {
    return trail.list(Long.MAX_VALUE, 100, Optional.of(action));
  }

  private static final class NoException extends RuntimeException implements Refusal {
    private static final long serialVersionUID = 1L;

    @Override
    public String refusedBy() {
      return "not-yours";
    }
  }

  @Test
  void what_is_done_is_recorded_under_the_name_it_got() {
    String made =
        trail.witness(
            KEY,
            AuditAction.STUDY_DEPOSITED,
            "studies",
            subject -> {
              subject.is("study/d76cxwgphh");
              return "made";
            });

    assertThat(made).isEqualTo("made");
    assertThat(of(AuditAction.STUDY_DEPOSITED))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.by()).isEqualTo(KEY);
          assertThat(entry.subject()).isEqualTo("study/d76cxwgphh");
          assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.DONE);
          assertThat(entry.rule()).isEmpty();
        });
  }

  @Test
  void what_is_refused_or_fails_is_recorded_and_thrown_all_the_same() {
    assertThatThrownBy(() ->
            trail.witness(
                KEY,
                AuditAction.STUDY_DELETED,
                "study/x",
                subject -> {
                  throw RefusedException.of("id", "unknown-study", "aucune étude");
                }))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() ->
            trail.witness(
                KEY,
                AuditAction.STUDY_DELETED,
                "study/y",
                subject -> {
                  throw new NoException();
                }))
        .isInstanceOf(NoException.class);
    assertThatThrownBy(() ->
            trail.witness(
                KEY,
                AuditAction.STUDY_DELETED,
                "study/z",
                subject -> {
                  throw new IllegalStateException("disque plein");
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(of(AuditAction.STUDY_DELETED))
        .extracting(AuditEntry::subject, AuditEntry::outcome, AuditEntry::rule)
        .containsExactly(
            tuple("study/z", AuditEntry.Outcome.FAILED, "IllegalStateException"),
            tuple("study/y", AuditEntry.Outcome.REFUSED, "not-yours"),
            tuple("study/x", AuditEntry.Outcome.REFUSED, "unknown-study"));
  }

  @Test
  void what_only_checks_is_not_recorded() {
    trail.witness(/* writes= */ false, KEY, AuditAction.CONVENTION_PUT, "x", subject -> 1);

    assertThat(of(AuditAction.CONVENTION_PUT)).isEmpty();
  }

  @Test
  void a_name_from_outside_breaks_no_line_and_fills_no_table() {
    trail.witness(KEY, AuditAction.KEY_REVOKED, "key/\n\u0000" + "x".repeat(10_000), any -> 1);

    assertThat(of(AuditAction.KEY_REVOKED))
        .singleElement()
        .extracting(AuditEntry::subject)
        .asString()
        .startsWith("key/\ufffd\ufffdxxx")
        .hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set author = 'nobody'",
        "delete from audit_entry",
        "truncate audit_entry"
      })
  void nobody_changes_it_afterwards(String statement) {
    trail.witness(KEY, AuditAction.REUSE_RECORDED, "study/x", any -> 1);

    assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
        .isInstanceOf(JdbiException.class)
        .hasMessageContaining("only added to");
    assertThat(of(AuditAction.REUSE_RECORDED)).isNotEmpty();
  }

  @Test
  void an_entry_goes_after_a_year_and_not_before() {
    Clock now = Clock.systemUTC();
    for (int days : List.of(400, 300)) {
      new AuditTrail(database.dataSource(), Clock.offset(now, Duration.ofDays(-days)))
          .witness(KEY, AuditAction.INDICATORS_PUT, days + " days ago", any -> 1);
    }

    assertThat(trail.forget()).isEqualTo(1);
    assertThat(of(AuditAction.INDICATORS_PUT))
        .extracting(AuditEntry::subject)
        .containsExactly("300 days ago");
  }

  @Test
  void it_is_read_page_by_page_the_latest_first() {
    for (int i = 0; i < 5; i++) {
      trail.witness(KEY, AuditAction.RELEASE_PUBLISHED, "release/" + i, any -> 1);
    }
    List<AuditEntry> first =
        trail.list(Long.MAX_VALUE, 2, Optional.of(AuditAction.RELEASE_PUBLISHED));
    List<AuditEntry> second =
        trail.list(first.getLast().seq(), 2, Optional.of(AuditAction.RELEASE_PUBLISHED));

    assertThat(first).extracting(AuditEntry::subject).containsExactly("release/4", "release/3");
    assertThat(second).extracting(AuditEntry::subject).containsExactly("release/2", "release/1");
  }
}
