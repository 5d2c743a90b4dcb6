package fr.passerelle.catalog.secrecy.adversary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.secrecy.adversary.Attack.Game;
import fr.passerelle.catalog.secrecy.adversary.Secrets.Target;
import fr.passerelle.catalog.secrecy.protecting.KeyFolder;
import fr.passerelle.catalog.secrecy.protecting.ProtectRun;
import fr.passerelle.catalog.secrecy.sealing.Seal;
import fr.passerelle.catalog.secrecy.sealing.SealedInbox;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.source.RealTerritories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The adversary against three protections that are none, and against ours: sealed, protected by the
 * command's own code, read back, and answered by the engine of the dashboard, over the communes of
 * the Drôme as they are.
 */
class AdversaryTest {
  private static final int SOME = 40;

  /** Sets that each cell is averaged over. */
  private static final int EFFORT = 2_000;

  /** Cells averaged over so many sets. */
  private static final int FEW = 6;

  @TempDir static Path folder;

  private static Secrets secrets;
  private static ProtectedTable told;
  private static Geography geography;

  @BeforeAll
  static void protectOnce() throws IOException {
    geography = RealTerritories.geography();
    secrets =
        new Secrets(
            geography.communes(Territory.parse("D26").orElseThrow()).orElseThrow(),
            IntStream.range(2012, 2018).mapToObj(Period::year).toList(),
            26);
    Path keys = folder.resolve("keys");
    Path data = Files.createDirectories(folder.resolve("data"));
    Seal seal = Seal.of(KeyFolder.make(keys, data));
    // Always the same draws: a test that fails one time in a thousand is no test.
    Files.writeString(keys.resolve("secret"), "26".repeat(32));
    SealedInbox inbox = new SealedInbox(data.resolve("sealed"));
    byte[] csv = secrets.csv(geography::code).getBytes(StandardCharsets.UTF_8);
    inbox.deposit(seal, "apprentis-1", order(), new ByteArrayInputStream(csv), csv.length);
    List<ProtectRun.Outcome> outcomes =
        new ProtectRun(KeyFolder.open(keys, data), inbox, data.resolve("protected"), geography)
            .run();
    assertThat(outcomes).singleElement().satisfies(each -> assertThat(each.faults()).isEmpty());
    told = ProtectedFile.read(outcomes.getFirst().file().orElseThrow());
  }

  private static TableOrder order() {
    return new TableOrder(
        new ProtectedTable.Head(
            Secrets.FAMILY,
            Protection.ours(Secrets.THRESHOLD, 1, "essai"),
            geography.vintage(),
            ObservationStatus.NORMAL),
        List.of("D26"),
        TableOrder.Absent.ZERO,
        Optional.empty(),
        List.of(),
        TableOrder.Layout.of(
            new TableOrder.Columns(
                "commune",
                "annee",
                "effectif",
                "",
                "",
                "",
                new TreeMap<>(Map.of("sexe", "sexe", "niveau", "niveau")),
                new TreeMap<>(Map.of("sexe", "T", "niveau", "T")))));
  }

  private static Game game(Oracle oracle, Attack attack) {
    return game(oracle, attack, EFFORT);
  }

  private static Game game(Oracle oracle, Attack attack, int effort) {
    boolean averages =
        attack == Attack.COVERS || attack == Attack.PERIODS || attack == Attack.FORMATS;
    return new Game(
        oracle,
        secrets.communes,
        secrets.periods,
        secrets.targets(averages ? FEW : SOME),
        effort,
        new Random(attack.name().length()));
  }

  /** How many of the secrets that it looked for it knows. */
  private static double found(Game game, Map<Target, Double> estimates) {
    List<Target> sought = game.targets().stream().filter(estimates::containsKey).toList();
    long right =
        sought.stream()
            .filter(each ->
                Math.abs(estimates.getOrDefault(each, Double.NaN) - secrets.value(each)) < 0.5)
            .count();
    return sought.isEmpty() ? 0 : (double) right / sought.size();
  }

  @ParameterizedTest
  @CsvSource({
    "THRESHOLD_ONLY,      PAIRS",
    "THRESHOLD_ONLY,      CHAINS",
    "THRESHOLD_ONLY,      COMPLEMENTS",
    "THRESHOLD_ONLY,      MARGINS",
    "THRESHOLD_ONLY,      RATIOS",
    "THRESHOLD_ONLY,      ALGEBRA",
    "THRESHOLD_ONLY,      BOUNDS",
    "ROUND_AFTER_SUM,     COVERS",
    "ROUND_AFTER_SUM,     BOUNDS",
    "NOISE_PER_PERIMETER, COVERS",
    "NOISE_PER_PERIMETER, PERIODS",
    "NOISE_PER_PERIMETER, FORMATS",
  })
  void itBreaksProtectionsThatAreNone(KnownBad protection, Attack attack) {
    Game game = game(protection.over(secrets), attack);
    Map<Target, Double> estimates = attack.estimates(game);
    assertThat(game.targets()).filteredOn(estimates::containsKey).hasSizeGreaterThan(3);
    assertThat(found(game, estimates)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @EnumSource(Attack.class)
  void ofOursItFindsWhatIsToldOfTheCellAndNothingMore(Attack attack) {
    Game game = game(new Served(geography, told, Double.POSITIVE_INFINITY), attack);
    Map<Target, Double> estimates = attack.estimates(game);
    assertThat(found(game, estimates)).isZero();
    for (Target target : game.targets()) {
      double found = estimates.getOrDefault(target, protectedValue(target));
      // What is told of several communes together is had whole or not at all.
      if (!isGrouped(target) || Math.abs(found) > 1e-6) {
        assertThat(found).isCloseTo(protectedValue(target), within(1e-6));
      }
    }
    // Bounds leave more than one number to each, so that it takes none for any.
    assertThat(game.targets())
        .filteredOn(estimates::containsKey)
        .hasSizeGreaterThan(attack == Attack.BOUNDS ? -1 : 3);
  }

  @ParameterizedTest
  @EnumSource(Attack.class)
  void withUncertainFiguresRefusedItFindsNoMore(Attack attack) {
    Game game = game(new Served(geography, told, Dashboard.MOST_UNCERTAIN), attack, EFFORT / 10);
    assertThat(found(game, attack.estimates(game))).isZero();
  }

  @Test
  void boundsOfOursAreThoseOfTheProtectedCell() {
    Game game = game(new Served(geography, told, Double.POSITIVE_INFINITY), Attack.BOUNDS);
    Map<Target, Bounds.Range> ranges = Bounds.ranges(game);
    ranges.keySet().removeIf(AdversaryTest::isGrouped);
    assertThat(ranges).hasSizeGreaterThan(5);
    ranges.forEach((target, range) -> {
      double value = protectedValue(target);
      double hidden = value == 0 || value == Secrets.THRESHOLD ? Secrets.THRESHOLD - 1 : 0;
      assertThat(range.least())
          .as("%s, told %s, %s", target, value, range)
          .isCloseTo(Math.max(0, value - hidden), within(1e-6));
      assertThat(range.most())
          .as("%s, told %s, %s", target, value, range)
          .isCloseTo(value + hidden, within(1e-6));
    });
  }

  @Test
  void everySecretIsToldAsZeroOrTheThreshold() {
    assertThat(secrets.targets(Integer.MAX_VALUE)).hasSizeGreaterThan(200);
    for (Target target : secrets.targets(Integer.MAX_VALUE)) {
      if (!isGrouped(target)) {
        assertThat(protectedValue(target)).isIn(0.0, (double) Secrets.THRESHOLD);
      }
    }
  }

  @Test
  void allFormatsTellTheSame() {
    Served served = new Served(geography, told, Double.POSITIVE_INFINITY);
    Communes half = Communes.of(secrets.communes.stream().filter(at -> at % 2 == 0).toArray());
    for (Period period : secrets.periods) {
      assertThat(
              IntStream.range(0, served.forms())
                  .mapToObj(form -> served.ask(half, period, Map.of(), form)))
          .containsOnly(served.ask(half, period, Map.of()));
    }
  }

  @Test
  void sumsOverLargeTerritoriesAreNearTheRawOnes() {
    Served served = new Served(geography, told, Dashboard.MOST_UNCERTAIN);
    Oracle.Reply reply =
        served.ask(secrets.communes, secrets.periods.getFirst(), Map.of()).orElseThrow();
    double raw = secrets.sum(secrets.communes, Map.of());
    assertThat(reply.value()).isCloseTo(raw, within(0.10 * raw));
  }

  @ParameterizedTest
  @EnumSource(value = KnownBad.class, mode = EnumSource.Mode.EXCLUDE, names = "THRESHOLD_ONLY")
  void noProtectionIsBrokenByChance(KnownBad protection) {
    // One pair tells nothing of rounded or noisy sums: what breaks them is the average.
    Game game = game(protection.over(secrets), Attack.PAIRS);
    assertThat(found(game, Attack.PAIRS.estimates(game))).isLessThan(0.5);
  }

  private static double protectedValue(Target target) {
    int cell = Secrets.FAMILY.cells(target.categories()).getFirst();
    return told.value(target.period(), cell, group(target));
  }

  private static boolean isGrouped(Target target) {
    return told.groups().get(group(target)).size() > 1;
  }

  private static int group(Target target) {
    String code = geography.code(target.place());
    return IntStream.range(0, told.groups().size())
        .filter(group -> told.groups().get(group).contains(code))
        .findFirst()
        .orElseThrow();
  }
}
