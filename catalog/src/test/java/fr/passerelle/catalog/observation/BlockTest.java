package fr.passerelle.catalog.observation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographySample;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks over blocks tell what is found value by value, whatever lies beside and whoever adds. */
class BlockTest {
  private static final Geography GEOGRAPHY = Geography.of(List.of(GeographySample.source()));
  private static final ObservationStatus[] STATUSES = ObservationStatus.values();

  /** A value of a commune; none where the status is none. */
  private record Given(double value, int status) {
    boolean isValued() {
      return status >= 0 && STATUSES[status].isValued();
    }
  }

  private static Given[][] given(int width, double largest, double rare, Random random) {
    Given[][] all = new Given[GEOGRAPHY.size()][width];
    for (Given[] row : all) {
      for (int column = 0; column < width; column++) {
        int status = random.nextDouble() < rare ? random.nextInt(STATUSES.length + 1) - 1 : 0;
        double value = Math.rint(random.nextDouble(-largest, largest));
        row[column] = new Given(value, status);
      }
    }
    return all;
  }

  private static Block block(Given[][] given, int from, int to, double unit) {
    BlockBuilder builder = new BlockBuilder(given.length, to - from);
    for (int place = 0; place < given.length; place++) {
      for (int column = from; column < to; column++) {
        Given each = given[place][column];
        if (each.status() >= 0) {
          builder.add(column - from, place, each.value() * unit, STATUSES[each.status()]);
        }
      }
    }
    return builder.build();
  }

  private static Communes communes(int size, Random random) {
    BitSet places = new BitSet();
    while (places.cardinality() < Math.min(size, GEOGRAPHY.size())) {
      places.set(random.nextInt(GEOGRAPHY.size()));
    }
    return Communes.of(places);
  }

  @ParameterizedTest(name = "{0} columns, {1} communes, up to {2} x {3}, {4} not as usual")
  @CsvSource(
      textBlock =
          """
          1,   50,    1000,          1,    0.02
          13,  999,   1000,          1,    0.02
          40,  1001,  1000,          0.25, 0.02
          7,   35000, 2000000000,    1,    0.1
          300, 3000,  1000,          1,    0.02
          64,  7001,  400000000,     1,    0.9
          5,   0,     1000,          1,    0.02
          """)
  void sums_statuses_and_people_are_those_of_each_value(
      int width, int size, double largest, double unit, double rare) {
    Random random = new Random(width);
    Given[][] given = given(width, largest, rare, random);
    Communes communes = communes(size, random);
    int cut = width / 3;
    Block alone = block(given, 0, width, unit);
    Block joined =
        cut == 0
            ? alone
            : Block.join(List.of(block(given, 0, cut, unit), block(given, cut, width, unit)));
    check(alone, given, communes, 0, width, unit);
    check(joined, given, communes, 0, width, unit);
    check(joined, given, communes, cut, width, unit);
    check(joined, given, communes, width - 1, width, unit);
  }

  private static void check(
      Block block, Given[][] given, Communes communes, int from, int to, double unit) {
    Totals totals = block.total(GEOGRAPHY, communes, from, to);
    for (int column = from; column < to; column++) {
      int at = column;
      List<Given> all =
          communes.stream()
              .mapToObj(place -> given[place][at])
              .filter(each -> each.status() >= 0)
              .toList();
      Map<ObservationStatus, Integer> statuses = new EnumMap<>(ObservationStatus.class);
      all.forEach(each -> statuses.merge(STATUSES[each.status()], 1, Integer::sum));
      BitSet present = new BitSet();
      communes.stream().filter(place -> given[place][at].isValued()).forEach(present::set);
      assertThat(totals.sum(column))
          .isEqualTo(all.stream().filter(Given::isValued).mapToDouble(Given::value).sum() * unit);
      assertThat(totals.statuses(column)).isEqualTo(statuses);
      assertThat(totals.valued(column)).isEqualTo(present.cardinality());
      assertThat(block.present(column, communes)).isEqualTo(present);
      assertThat(totals.reached(column, people(communes))).isEqualTo(people(Communes.of(present)));
    }
  }

  private static long people(Communes communes) {
    return GEOGRAPHY.population(communes).orElse(0);
  }

  @ParameterizedTest(name = "asked for {0} columns at once")
  @CsvSource({"1", "17", "64"})
  void the_last_digit_of_a_sum_is_the_same_whatever_is_asked_for_beside(int width) {
    Random random = new Random(3);
    Given[][] given = given(64, 1e6, 0.02, random);
    Communes communes = communes(20_000, random);
    Block block = block(given, 0, 64, 0.1);
    Totals whole = block.total(GEOGRAPHY, communes, 0, 64);
    for (int from = 0; from + width <= 64; from += width) {
      Totals some = block.total(GEOGRAPHY, communes, from, from + width);
      assertThat(IntStream.range(from, from + width).mapToDouble(some::sum))
          .containsExactlyElementsOf(
              IntStream.range(from, from + width).mapToDouble(whole::sum).boxed().toList());
    }
  }
}
