package fr.passerelle.catalog.secrecy.protecting;

import static fr.passerelle.catalog.secrecy.protecting.Tables.APPRENTICES;
import static fr.passerelle.catalog.secrecy.protecting.Tables.COUNTS_HEADER;
import static fr.passerelle.catalog.secrecy.protecting.Tables.PAYROLL_HEADER;
import static fr.passerelle.catalog.secrecy.protecting.Tables.SAMPLE;
import static fr.passerelle.catalog.secrecy.protecting.Tables.SECRET;
import static fr.passerelle.catalog.secrecy.protecting.Tables.THRESHOLD;
import static fr.passerelle.catalog.secrecy.protecting.Tables.bytes;
import static fr.passerelle.catalog.secrecy.protecting.Tables.counts;
import static fr.passerelle.catalog.secrecy.protecting.Tables.payroll;
import static fr.passerelle.catalog.secrecy.protecting.Tables.protect;
import static fr.passerelle.catalog.secrecy.protecting.Tables.raw;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Figures;
import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.SmallCounts;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Territory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Two raw tables that differ in a secret only are told alike, to the last byte: file, values,
 * statuses, half-widths, coverage, refusals. Whatever an adversary does with answers, it does the
 * same with those of either, and so learns nothing of which it was.
 */
class IndistinguishablePropertyTest {
  private static final int VINTAGE = SAMPLE.vintage();
  private static final Communes SCOPE =
      SAMPLE.communes(Territory.parse("D26").orElseThrow()).orElseThrow();
  private static final List<Communes> QUESTIONS = questions();

  /** A cell of a commune. */
  record Cell(int rank, int cell) {}

  private static List<Communes> questions() {
    List<Communes> all = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < 6; i++) {
      double share = random.nextDouble();
      all.add(Communes.of(SCOPE.stream().filter(any -> random.nextDouble() < share).toArray()));
      all.add(Communes.of(SCOPE.at(i)));
    }
    SAMPLE.overlaps(SCOPE).stream().limit(8).forEach(each -> all.add(each.other().communes()));
    return all;
  }

  @Provide
  Arbitrary<Map<Cell, Integer>> tables() {
    return Arbitraries.maps(
            Arbitraries.integers()
                .between(0, 25)
                .flatMap(
                    rank -> Arbitraries.integers().between(0, 3).map(cell -> new Cell(rank, cell))),
            Arbitraries.integers().between(0, 40))
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static ProtectedTable table(Map<Cell, Integer> values) {
    StringBuilder csv = new StringBuilder(COUNTS_HEADER);
    values.forEach((at, value) -> {
      SortedMap<String, String> codes = APPRENTICES.codes(at.cell());
      csv.append(SAMPLE.code(SCOPE.at(at.rank())))
          .append(";2016;")
          .append(codes.get("sexe"))
          .append(';')
          .append(codes.get("niveau"))
          .append(';')
          .append(value)
          .append('\n');
    });
    return protect(raw(counts(VINTAGE, "D26"), SAMPLE, csv.toString()), SAMPLE);
  }

  /** Everything that the engine says, in words. */
  private static String answers(ProtectedTable table) {
    Indicator indicator =
        new Indicator(
            table.head().family().name(),
            1,
            "essai",
            "",
            "orientation",
            "",
            "",
            0,
            "essai",
            false,
            Measure.flow(),
            List.of());
    StringBuilder said = new StringBuilder();
    for (double limit : List.of(Dashboard.MOST_UNCERTAIN, Double.POSITIVE_INFINITY)) {
      Dashboard dashboard =
          Dashboard.of(
              SAMPLE, List.of(Figures.ofProtected(indicator, SAMPLE, List.of(table))), limit);
      for (SortedMap<String, String> margin : table.head().family().margins()) {
        Figures.Cell cell = new Figures.Cell(Categories.of(margin), Period.year(2016));
        QUESTIONS.forEach(each -> said.append(dashboard.ask(indicator, cell, each)).append('\n'));
      }
    }
    return said.toString();
  }

  @Property(tries = 25)
  void anotherSecretUnderTheSameToldCountChangesNoByteOfAnyAnswer(
      @ForAll("tables") Map<Cell, Integer> values,
      @ForAll @IntRange(max = 25) int rank,
      @ForAll @IntRange(max = 3) int cell,
      @ForAll @IntRange(max = 4) int one,
      @ForAll @IntRange(max = 4) int other) {
    Cell at = new Cell(rank, cell);
    SmallCounts small = new SmallCounts(THRESHOLD, SECRET);
    SmallCounts.Cell drawn =
        new SmallCounts.Cell(
            APPRENTICES.name(), APPRENTICES.text(cell), SAMPLE.code(SCOPE.at(rank)));
    Assume.that(one != other && small.protect(drawn, one) == small.protect(drawn, other));
    Map<Cell, Integer> first = new HashMap<>(values);
    Map<Cell, Integer> second = new HashMap<>(values);
    first.put(at, one);
    second.put(at, other);
    ProtectedTable told = table(first);
    ProtectedTable toldOtherwise = table(second);
    assertThat(bytes(toldOtherwise)).isEqualTo(bytes(told));
    assertThat(answers(toldOtherwise)).isEqualTo(answers(told));
  }

  @Property(tries = 12)
  void magnitudesMovedWithinAGroupChangeNoByteOfAnyAnswer(
      @ForAll @Size(min = 12, max = 12) List<@IntRange(min = 1, max = 3) Integer> units,
      @ForAll @IntRange(min = 1, max = 20) int moved) {
    Partition groups = SafeGroups.of(payrolls(units, 0, 1, 0), SAMPLE);
    int first =
        groups.groups().stream()
            .filter(each -> each.size() > 1)
            .findFirst()
            .map(each -> each.at(0))
            .orElse(-1);
    Assume.that(first >= 0);
    Communes group = groups.groups().get(groups.group(first));
    int from = rank(group.at(0));
    int to = rank(group.at(1));
    RawTable one = payrolls(units, from, to, 0);
    RawTable other = payrolls(units, from, to, moved);
    Partition same = SafeGroups.of(other, SAMPLE);
    Assume.that(same.groups().equals(groups.groups()));
    ProtectedTable told = Protector.magnitudes(one, groups, SAMPLE);
    ProtectedTable toldOtherwise = Protector.magnitudes(other, same, SAMPLE);
    assertThat(bytes(toldOtherwise)).isEqualTo(bytes(told));
    assertThat(answers(toldOtherwise)).isEqualTo(answers(told));
  }

  private static int rank(int place) {
    return (int) SCOPE.stream().takeWhile(each -> each < place).count();
  }

  private static RawTable payrolls(List<Integer> units, int from, int to, int moved) {
    StringBuilder csv = new StringBuilder(PAYROLL_HEADER);
    for (int rank = 0; rank < units.size(); rank++) {
      int count = units.get(rank);
      int value = 100 * count + (rank == from ? -moved : 0) + (rank == to ? moved : 0);
      csv.append(SAMPLE.code(SCOPE.at(rank)))
          .append(";2016;")
          .append(value)
          .append(';')
          .append(count)
          .append(';')
          .append(count == 1 ? value : value / count + 1)
          .append(";\n");
    }
    return raw(payroll(VINTAGE, "D26"), SAMPLE, csv.toString());
  }
}
