package fr.passerelle.catalog.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertaintyTest {
  @ParameterizedTest
  @CsvSource({
    // threshold, zeros, raised, half-width
    "5,  0,      0,   0",
    "5,  1,      0,   4",
    "5,  0,      1,   4",
    "5,  2,      2,   10",
    "11, 100000, 0,   44",
    "11, 100000, 99,  242",
    "0,  100,    100, 0",
  })
  void theHalfWidthIsTheLeastOfThreeBounds(int threshold, long zeros, long raised, double width) {
    assertThat(new Uncertainty(threshold).halfWidth(zeros, raised)).isCloseTo(width, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0, 50, 0,  0",
    "100, 0, 50, 50, Infinity",
    "10,  1, 20, 0,  0.05",
    "10,  0, 20, 4,  0.125",
  })
  void aQuotientIsAsFarAsItsTermsMayBe(
      double above, double halfAbove, double below, double halfBelow, double width) {
    assertThat(Uncertainty.ofQuotient(above, halfAbove, below, halfBelow))
        .isCloseTo(width, within(1e-9));
  }

  /** Over many families of draws, sums are within what is told nearly always. */
  @ParameterizedTest
  @CsvSource({"5, 40, 3", "5, 400, 1", "11, 60, 5", "11, 2000, 1", "3, 30, 1"})
  void theRawSumIsWithinTheHalfWidthNineteenTimesInTwenty(int threshold, int cells, int count) {
    SmallCounts small =
        new SmallCounts(
            threshold, "a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));
    int within = 0;
    int families = 400;
    for (int family = 0; family < families; family++) {
      long raised = 0;
      for (int cell = 0; cell < cells; cell++) {
        // Two cells in three are true zeros.
        long told =
            small.protect(
                new SmallCounts.Cell("f" + family, "c", "k" + cell), cell % 3 == 0 ? count : 0);
        raised += told == 0 ? 0 : 1;
      }
      long raw = (long) count * ((cells + 2) / 3);
      double width = new Uncertainty(threshold).halfWidth(cells - raised, raised);
      within += Math.abs(raised * threshold - raw) <= width ? 1 : 0;
    }
    assertThat(within).isGreaterThanOrEqualTo(families * 95 / 100);
  }
}
