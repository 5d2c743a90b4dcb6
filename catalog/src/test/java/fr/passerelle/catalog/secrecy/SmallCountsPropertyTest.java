package fr.passerelle.catalog.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class SmallCountsPropertyTest {
  private static final byte[] SECRET =
      "a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8);

  @Property
  void zeroAndLargeCountsStayAndSmallOnesBecomeZeroOrTheThreshold(
      @ForAll @IntRange(min = 2, max = 20) int threshold,
      @ForAll @LongRange(min = 0, max = 60) long count,
      @ForAll @StringLength(max = 8) String family,
      @ForAll @StringLength(max = 8) String cell,
      @ForAll @StringLength(max = 8) String lineage) {
    long told =
        new SmallCounts(threshold, SECRET)
            .protect(new SmallCounts.Cell(family, cell, lineage), count);
    if (count == 0 || count >= threshold) {
      assertThat(told).isEqualTo(count);
    } else {
      assertThat(told).isIn(0L, (long) threshold);
    }
  }

  @Property
  void theSameCountOfACellIsAlwaysToldTheSame(
      @ForAll @LongRange(min = 0, max = 12) long count,
      @ForAll @StringLength(max = 8) String cell) {
    SmallCounts.Cell at = new SmallCounts.Cell("apprentis", cell, "67482");
    assertThat(new SmallCounts(11, SECRET).protect(at, count))
        .isEqualTo(new SmallCounts(11, SECRET).protect(at, count));
  }

  /** What is raised at a count is raised at every larger one: periods tell nothing more. */
  @Property
  void aLargerCountOfACellIsNeverToldSmaller(
      @ForAll @LongRange(min = 0, max = 10) long count,
      @ForAll @StringLength(max = 8) String cell) {
    SmallCounts protection = new SmallCounts(11, SECRET);
    SmallCounts.Cell at = new SmallCounts.Cell("apprentis", cell, "67482");
    assertThat(protection.protect(at, count + 1))
        .isGreaterThanOrEqualTo(protection.protect(at, count));
  }

  @Example
  void sumsAreRightOnAverageWithinTheHalfWidthTold() {
    SmallCounts protection = new SmallCounts(5, SECRET);
    int cells = 20_000;
    for (int count = 1; count < 5; count++) {
      long sum = 0;
      for (int i = 0; i < cells; i++) {
        sum += protection.protect(new SmallCounts.Cell("f", "c" + count, "commune " + i), count);
      }
      assertThat((double) sum)
          .isCloseTo(
              (double) count * cells,
              within(protection.uncertainty().halfWidth(cells - sum / 5, sum / 5)));
    }
  }

  @Example
  void partsOfACellAreNeverMistakenForOneAnother() {
    SmallCounts protection = new SmallCounts(1_000_000, SECRET);
    long differing = 0;
    for (long count = 1; count < 1_000_000; count += 10_000) {
      differing +=
          protection.protect(new SmallCounts.Cell("ab", "c", "d"), count)
                  != protection.protect(new SmallCounts.Cell("a", "bc", "d"), count)
              ? 1
              : 0;
    }
    assertThat(differing).isPositive();
  }
}
