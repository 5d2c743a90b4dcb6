package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.rome.RomeFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one process publishes, another one serves. */
@Timeout(30)
class PublicationWatchTest {
  private static final String LISTENERS = "from pg_stat_activity where query ilike 'listen %'";

  private final Lab lab = new Lab();
  private final Vocabularies other = lab.another();
  private final PublicationWatch watch = PublicationWatch.start(Lab.database().jdbcUrl(), other);

  @BeforeEach
  void the_other_process_is_up_to_date() {
    lab.publish(RomeFixture.whole());
    assertServes("60", Duration.ofSeconds(10));
    assertThat(Lab.soon(Duration.ofSeconds(10), () -> listeners() == 1)).isTrue();
  }

  @AfterEach
  void close() {
    watch.close();
    assertThat(Lab.soon(Duration.ofSeconds(10), () -> listeners() == 0)).isTrue();
  }

  @Test
  void a_switch_is_seen_within_a_second() {
    lab.publish(RomeFixture.whole().version(61));
    assertServes("61", Duration.ofSeconds(1));
  }

  @Test
  void a_rollback_is_seen_within_a_second() {
    lab.publish(RomeFixture.whole().version(61));
    lab.vocabularies().rollback("rome-4", Optional.empty());
    assertServes("60", Duration.ofSeconds(1));
  }

  @Test
  void a_switch_made_while_the_connection_is_cut_is_seen_when_it_is_back() {
    Lab.sql("select pg_terminate_backend(pid) " + LISTENERS);
    lab.publish(RomeFixture.whole().version(61));
    assertServes("61", Duration.ofSeconds(10));
    assertThat(Lab.soon(Duration.ofSeconds(10), () -> listeners() == 1)).isTrue();
    lab.publish(RomeFixture.whole().version(62));
    assertServes("62", Duration.ofSeconds(1));
  }

  @Test
  void a_false_announcement_costs_nothing() {
    for (String file : List.of("../../etc/passwd", "rome-4/none.jsonl.gz", "")) {
      Lab.sql("select pg_notify('passerelle_coming', '" + file + "')");
    }
    lab.publish(RomeFixture.whole().version(61));
    assertServes("61", Duration.ofSeconds(1));
  }

  private static long listeners() {
    return Lab.ask("select count(*) " + LISTENERS);
  }

  private void assertServes(String release, Duration within) {
    assertThat(Lab.soon(within, () -> Lab.served(other).equals(List.of(release)))).isTrue();
  }
}
