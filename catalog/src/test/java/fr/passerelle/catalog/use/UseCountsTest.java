package fr.passerelle.catalog.use;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.studies.CatalogueFixture;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UseCountsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final CatalogueFixture fixture = CatalogueFixture.empty();

  private UseCounts counts() {
    return new UseCounts(fixture.dataSource(), CatalogueFixture.CLOCK);
  }

  @Test
  void uses_are_added_up_by_day_whichever_process_counted_them() {
    try (UseCounts one = counts();
        UseCounts other = counts()) {
      one.count(UseKind.VIEW, "d76cxwgphh");
      one.count(UseKind.VIEW, "d76cxwgphh");
      one.count(UseKind.CITATION, "d76cxwgphh");
      one.save();
      other.count(UseKind.VIEW, "d76cxwgphh");

      assertThat(other.totals(UseKind.VIEW, DAY, DAY)).isEqualTo(Map.of("d76cxwgphh", 3L));
      assertThat(one.totals(UseKind.CITATION, DAY, DAY)).isEqualTo(Map.of("d76cxwgphh", 1L));
      assertThat(one.totals(UseKind.VIEW, DAY.plusDays(1), DAY.plusDays(2))).isEmpty();
    }
  }

  @Test
  void what_was_counted_is_written_when_the_process_ends() {
    try (UseCounts one = counts()) {
      one.count(UseKind.HARVEST, "oai");
    }

    try (UseCounts next = counts()) {
      assertThat(next.totals(UseKind.HARVEST, DAY, DAY)).isEqualTo(Map.of("oai", 1L));
    }
  }

  @Test
  void counting_by_many_at_once_loses_nothing() throws InterruptedException {
    try (UseCounts counts = counts()) {
      Thread[] visitors = new Thread[8];
      for (int i = 0; i < visitors.length; i++) {
        visitors[i] =
            Thread.ofVirtual()
                .start(() -> {
                  for (int n = 0; n < 500; n++) {
                    counts.count(UseKind.VIEW, "aaaaaaaaaa");
                    if (n % 100 == 0) {
                      counts.save();
                    }
                  }
                });
      }
      for (Thread visitor : visitors) {
        visitor.join();
      }

      assertThat(counts.totals(UseKind.VIEW, DAY, DAY)).isEqualTo(Map.of("aaaaaaaaaa", 4_000L));
    }
  }
}
