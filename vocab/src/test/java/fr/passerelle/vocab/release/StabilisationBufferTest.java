package fr.passerelle.vocab.release;

import static fr.passerelle.vocab.release.ImportReport.Outcome.DRY_RUN;
import static fr.passerelle.vocab.release.ImportReport.Outcome.PENDING;
import static fr.passerelle.vocab.release.ImportReport.Outcome.PUBLISHED;
import static fr.passerelle.vocab.release.ImportReport.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.PairsFixture;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries of a table of pairs, one a day, cells as {@link PairsFixture} writes them. */
@Timeout(60)
class StabilisationBufferTest {
  private static final Optional<Stabilisation> THREE =
      Optional.of(new Stabilisation(3, OptionalInt.empty()));

  private final Lab lab = new Lab();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seen once                | a=1 ; a=1 b=2                         | a-1
          seen twice               | a=1 ; a=1 b=2 ; a=1 b=2               | a-1
          seen three times         | a=1 ; a=1 b=2 ; a=1 b=2 ; a=1 b=2     | a-1 b-2
          wobbling                 | a=1 ; a=1 b=2 ; a=1 ; a=1 b=2 ; a=1 b=2 | a-1
          removed three times      | a=1 b=2 ; a=1 ; a=1 ; a=1             | a-1
          removed for a day        | a=1 b=2 ; a=1 ; a=1 b=2               | a-1 b-2
          one settled, one not     | a=1 ; a=1 b=2 ; a=1 b=2 ; a=1 b=2,3   | a-1 b-2
          """)
  void a_change_is_published_once_it_was_seen_three_times_in_a_row(
      String name, String deliveries, String pairs) {
    int day = 0;
    for (String cells : deliveries.split(";", -1)) {
      deliver(++day, cells.strip(), THREE);
    }
    assertThat(pairs()).isEqualTo(pairs);
  }

  @Test
  void without_the_setting_all_is_published_as_it_comes() {
    deliver(1, "a=1", Optional.empty());
    assertThat(deliver(2, "a=1 b=2", Optional.empty()).outcome()).isEqualTo(PUBLISHED);
    assertThat(pairs()).isEqualTo("a-1 b-2");
    assertThat(kept()).isZero();
  }

  @Test
  void a_period_settles_too() {
    Optional<Stabilisation> twoDays = Optional.of(new Stabilisation(9, OptionalInt.of(2)));
    deliver(1, "a=1", twoDays);
    deliver(2, "a=1 b=2", twoDays);
    assertThat(deliver(3, "a=1 b=2", twoDays).outcome()).isEqualTo(PENDING);
    assertThat(deliver(4, "a=1 b=2", twoDays).outcome()).isEqualTo(PUBLISHED);
  }

  @Test
  void what_waits_is_reported_and_listed_and_the_published_release_stays() {
    assertThat(deliver(1, "a=1", THREE).outcome()).isEqualTo(PUBLISHED);
    ImportReport report = deliver(2, "a=1 b=2", THREE);

    assertThat(report.outcome()).isEqualTo(PENDING);
    assertThat(report.pending())
        .extracting(each -> each.kind() + " " + each.what() + " " + each.times())
        .containsExactlyInAnyOrder(
            "ADDED left/b 1", "ADDED right/2 1", "ADDED someone/left--right : left/b → right/2 1");
    assertThat(lab.vocabularies().listPending("table", THREE.orElseThrow()))
        .isEqualTo(report.pending());
    assertThat(lab.served()).containsExactly("1");
    assertThat(lab.vocabularies().list()).hasSize(1);
  }

  @Test
  void the_same_file_of_the_same_day_counts_once() {
    deliver(1, "a=1", THREE);
    for (int i = 0; i < 4; i++) {
      assertThat(deliver(2, "a=1 b=2", THREE).outcome()).isEqualTo(PENDING);
    }
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void a_delivery_older_than_the_last_is_refused_unless_it_is_published_directly() {
    deliver(1, "a=1", THREE);
    deliver(3, "a=1 b=2", THREE);
    assertThatThrownBy(() -> deliver(2, "a=1 b=2", THREE))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("--direct");

    assertThat(deliver(2, "a=1 c=3", Optional.empty()).outcome()).isEqualTo(PUBLISHED);
    assertThat(pairs()).isEqualTo("a-1 c-3");
    assertThat(kept()).isZero();
  }

  @Test
  void a_dry_run_says_what_would_wait_and_keeps_nothing() {
    deliver(1, "a=1", THREE);
    List<String> before = lab.written();
    Import request = request(2, "a=1 b=2", THREE);
    ImportReport report =
        lab.publish(
            new Import(
                request.release(), request.findings(), Lab.OPEN, /* dryRun= */ true, 1, THREE));

    assertThat(report.outcome()).isEqualTo(DRY_RUN);
    assertThat(report.pending()).hasSize(3);
    assertThat(lab.written()).isEqualTo(before);
    assertThat(kept()).isZero();
  }

  @Test
  void deliveries_that_can_settle_nothing_any_more_are_deleted() {
    for (int day = 1; day <= 8; day++) {
      deliver(day, day % 2 == 0 ? "a=1 b=2" : "a=1", THREE);
    }
    assertThat(kept()).isEqualTo(3);
    assertThat(lab.files()).filteredOn(file -> file.contains("livraison")).hasSize(3);
  }

  @Test
  void after_a_way_back_the_counting_begins_anew() {
    deliver(1, "a=1", THREE);
    for (int day = 2; day <= 4; day++) {
      deliver(day, "a=1 b=2", THREE);
    }
    assertThat(pairs()).isEqualTo("a-1 b-2");
    lab.vocabularies().rollback("table", Optional.empty());

    assertThat(deliver(5, "a=1 b=2", THREE).outcome()).isEqualTo(PENDING);
    assertThat(pairs()).isEqualTo("a-1");
  }

  @Test
  void a_lost_delivery_makes_what_it_said_wait_longer() throws IOException {
    deliver(1, "a=1", THREE);
    deliver(2, "a=1 b=2", THREE);
    deliver(3, "a=1 b=2", THREE);
    for (String file : lab.files()) {
      if (file.contains("livraison-2026-01-03")) {
        Files.delete(lab.folder().resolve(file.substring(0, file.indexOf(' '))));
      }
    }
    assertThat(deliver(4, "a=1 b=2", THREE).outcome()).isEqualTo(PENDING);
    assertThat(deliver(5, "a=1 b=2", THREE).outcome()).isEqualTo(PENDING);
  }

  @Test
  void a_delivery_that_says_what_is_published_changes_nothing() {
    deliver(1, "a=1", THREE);
    ImportReport again = deliver(1, "a=1", THREE);
    assertThat(again.outcome()).isEqualTo(UNCHANGED);
    assertThat(again.pending()).isEmpty();
  }

  private ImportReport deliver(int day, String cells, Optional<Stabilisation> rule) {
    return lab.publish(request(day, cells, rule));
  }

  private static Import request(int day, String cells, Optional<Stabilisation> rule) {
    Release table = PairsFixture.release(String.valueOf(day), cells);
    Release dated =
        new Release(
            table.edition(),
            table.id(),
            new Release.Source(
                "table.csv", "0".repeat(64), LocalDate.of(2026, 1, day), /* sample= */ false),
            table.schemes(),
            table.correspondences());
    return new Import(dated, new Findings(), Lab.OPEN, /* dryRun= */ false, 1, rule);
  }

  private String pairs() {
    return lab.vocabularies().findPublished("table").orElseThrow().correspondences().stream()
        .flatMap(each -> each.pairs().stream())
        .map(pair -> pair.from().code() + "-" + pair.to().code())
        .collect(Collectors.joining(" "));
  }

  private static long kept() {
    return Lab.ask("select count(*) from delivery");
  }
}
