package fr.passerelle.catalog.secrecy.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Figures;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.secrecy.protecting.KeyFolder;
import fr.passerelle.catalog.secrecy.protecting.ProtectRun;
import fr.passerelle.catalog.secrecy.sealing.Seal;
import fr.passerelle.catalog.secrecy.sealing.SealedInbox;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.source.RealTerritories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adversary against a payroll by commune: some have one employer, or one that pays most. */
class MagnitudeAdversaryTest {
  private static final int PAIRS = 4_000;
  private static final Period PERIOD = Period.year(2016);

  @TempDir static Path folder;

  private static final Map<Integer, Payroll> RAW = new HashMap<>();
  private static Geography geography;
  private static Communes scope;
  private static ProtectedTable told;
  private static Dashboard dashboard;
  private static Indicator indicator;

  private record Payroll(long value, long units, long largest) {
    boolean isSecret() {
      return !Protection.ENTERPRISES.allows(units, largest, value);
    }
  }

  @BeforeAll
  static void protectOnce() throws IOException {
    geography = RealTerritories.geography();
    scope = geography.communes(Territory.parse("D26").orElseThrow()).orElseThrow();
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("commune;montant;unites;plus_grande\n");
    scope.stream()
        .forEach(place -> {
          long units = random.nextInt(8);
          long largest = units == 0 ? 0 : 1_000 + random.nextInt(100_000);
          long value =
              units == 0
                  ? 0
                  : largest
                      + (units - 1) * (long) (largest * random.nextDouble() * random.nextDouble());
          RAW.put(place, new Payroll(value, units, largest));
          csv.append(geography.code(place))
              .append(';')
              .append(value)
              .append(';')
              .append(units)
              .append(';')
              .append(largest)
              .append('\n');
        });
    told = protect(csv.toString());
    indicator =
        new Indicator(
            "masse-salariale",
            1,
            "essai",
            "",
            "emploi",
            "",
            "€",
            0,
            "essai",
            false,
            Measure.flow(),
            List.of());
    dashboard =
        Dashboard.of(
            geography,
            List.of(Figures.ofProtected(indicator, geography, List.of(told))),
            Dashboard.MOST_UNCERTAIN);
  }

  private static ProtectedTable protect(String csv) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Seal seal = Seal.of(KeyFolder.make(folder.resolve("keys"), data));
    SealedInbox inbox = new SealedInbox(data.resolve("sealed"));
    TableOrder order =
        new TableOrder(
            new ProtectedTable.Head(
                new Family("masse-salariale", Family.Kind.MAGNITUDES, new TreeMap<>(), 0),
                Protection.ENTERPRISES,
                geography.vintage(),
                ObservationStatus.NORMAL),
            List.of("D26"),
            TableOrder.Absent.ZERO,
            Optional.of(PERIOD),
            List.of("DEP", "EPCI"),
            TableOrder.Layout.of(
                new TableOrder.Columns(
                    "commune",
                    "",
                    "montant",
                    "unites",
                    "plus_grande",
                    "",
                    new TreeMap<>(),
                    new TreeMap<>())));
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    inbox.deposit(seal, "masse", order, new ByteArrayInputStream(bytes), bytes.length);
    ProtectRun.Outcome outcome =
        new ProtectRun(
                KeyFolder.open(folder.resolve("keys"), data),
                inbox,
                data.resolve("protected"),
                geography)
            .run()
            .getFirst();
    assertThat(outcome.faults()).isEmpty();
    return ProtectedFile.read(outcome.file().orElseThrow());
  }

  private static OptionalLong ask(Communes perimeter) {
    return switch (dashboard.ask(
        indicator, new Figures.Cell(Categories.WHOLE, PERIOD), perimeter)) {
      case Answer.Sum sum -> OptionalLong.of(Math.round(sum.value()));
      case Answer.Published _, Answer.Quotient _, Answer.Difference _, Answer.Refusal _ ->
          OptionalLong.empty();
    };
  }

  /** Unsafe communes are hidden, sums are exact: what is usually done. */
  private static OptionalLong hidden(Communes perimeter) {
    return perimeter.size() == 1
            && RAW.getOrDefault(perimeter.at(0), new Payroll(0, 0, 0)).isSecret()
        ? OptionalLong.empty()
        : OptionalLong.of(perimeter.stream().mapToLong(MagnitudeAdversaryTest::value).sum());
  }

  private static long value(int place) {
    return RAW.getOrDefault(place, new Payroll(0, 0, 0)).value();
  }

  private static List<Integer> secrets() {
    return scope.stream()
        .filter(place -> RAW.getOrDefault(place, new Payroll(0, 0, 0)).isSecret())
        .boxed()
        .toList();
  }

  private static Communes cover(Random random, int without) {
    return Communes.of(
        scope.stream().filter(at -> at != without && random.nextBoolean()).toArray());
  }

  @Test
  void exactSumsBesideHiddenCommunesGiveThemBack() {
    assertThat(secrets()).hasSizeGreaterThan(100);
    Random random = new Random(1);
    for (int place : secrets()) {
      Communes cover = cover(random, place);
      long found =
          hidden(cover.union(Communes.of(place))).orElseThrow() - hidden(cover).orElseThrow();
      assertThat(found).isEqualTo(value(place));
    }
  }

  @Test
  void groupsSatisfyTheRuleAndHoldEveryCommuneOnce() {
    assertThat(told.groups().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(geography.codes(scope));
    for (List<String> group : told.groups()) {
      long units = sum(group, Payroll::units);
      long largest = group.stream().mapToLong(code -> raw(code).largest()).max().orElse(0);
      assertThat(Protection.ENTERPRISES.allows(units, largest, sum(group, Payroll::value)))
          .as(group.toString())
          .isTrue();
    }
  }

  private static Payroll raw(String code) {
    return RAW.getOrDefault(geography.place(code), new Payroll(0, 0, 0));
  }

  private static long sum(List<String> codes, ToLongFunction<Payroll> of) {
    return codes.stream().map(MagnitudeAdversaryTest::raw).mapToLong(of).sum();
  }

  @Test
  void pairsGiveWholeGroupsOrNothing() {
    Random random = new Random(2);
    List<Integer> places = scope.stream().boxed().toList();
    int some = 0;
    for (int i = 0; i < PAIRS; i++) {
      int place = places.get(random.nextInt(places.size()));
      Communes cover = cover(random, place);
      OptionalLong less = ask(cover);
      OptionalLong more = ask(cover.union(Communes.of(place)));
      if (less.isPresent() && more.isPresent()) {
        long found = more.getAsLong() - less.getAsLong();
        List<String> group = group(place);
        assertThat(found).isIn(0L, sum(group, Payroll::value));
        some += found == 0 ? 0 : 1;
        assertThat(group.size() == 1 && raw(group.getFirst()).isSecret()).isFalse();
      }
    }
    assertThat(some).isPositive();
  }

  private static List<String> group(int place) {
    return told.groups().stream()
        .filter(group -> group.contains(geography.code(place)))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Whatever equations answers are, each is a sum of whole groups: what they determine are sums of
   * these, and a commune of a group of several is in the span of none.
   */
  @Test
  void everyAnswerIsASumOfWholeGroups() {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      Communes perimeter = cover(random, -1);
      long groups =
          told.groups().stream()
              .filter(group ->
                  group.stream().allMatch(code -> perimeter.contains(geography.place(code))))
              .mapToLong(group -> sum(group, Payroll::value))
              .sum();
      assertThat(ask(perimeter).orElse(0)).isEqualTo(groups);
    }
  }

  @Test
  void whatIsCutIsSaid() {
    List<String> group =
        told.groups().stream().filter(each -> each.size() > 1).findFirst().orElseThrow();
    Communes perimeter = scope.minus(Communes.of(geography.place(group.getFirst())));
    Answer answer = dashboard.ask(indicator, new Figures.Cell(Categories.WHOLE, PERIOD), perimeter);
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Sum.class,
            sum -> {
              assertThat(sum.precision().cut()).isEqualTo(group.size() - 1);
              assertThat(sum.precision().isProtected()).isTrue();
              assertThat(sum.precision().halfWidth()).isZero();
              assertThat(sum.coverage().absent()).isEqualTo(group.size() - 1);
            });
    Communes one = Communes.of(geography.place(group.getFirst()));
    assertThat(dashboard.ask(indicator, new Figures.Cell(Categories.WHOLE, PERIOD), one))
        .isInstanceOfSatisfying(
            Answer.Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Answer.Reason.SUPPRESSED));
  }

  @Test
  void intercommunalitiesAreToldOfWhole() {
    List<Zone> inside =
        geography.zoning("EPCI").orElseThrow().zones().stream()
            .filter(zone -> scope.containsAll(zone.communes()))
            .toList();
    List<Zone> cut = new ArrayList<>();
    for (Zone zone : inside) {
      if (ask(zone.communes()).orElse(-1)
          != zone.communes().stream().mapToLong(MagnitudeAdversaryTest::value).sum()) {
        cut.add(zone);
      }
    }
    assertThat(inside).hasSizeGreaterThan(8);
    // 26188 is the only commune of the scope in its own, and unsafe: it needs one of another.
    assertThat(
            told.groups().stream()
                .filter(group -> cut.stream().anyMatch(zone -> isCutBy(group, zone))))
        .containsExactly(List.of("26188", "26189"));
    assertThat(cut).hasSize(1);
    assertThat(told.groups()).hasSizeGreaterThan(100);
  }

  private static boolean isCutBy(List<String> group, Zone zone) {
    long inside =
        group.stream().filter(code -> zone.communes().contains(geography.place(code))).count();
    return inside > 0 && inside < group.size();
  }
}
