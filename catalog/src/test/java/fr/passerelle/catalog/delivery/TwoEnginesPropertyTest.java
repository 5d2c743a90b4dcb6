package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Figures;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.KnownFormats;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.source.ObservationFile;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.source.RealTerritories;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.source.Findings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * What is told of random perimeters is what DuckDB finds in the very files of the deliveries: sums,
 * ratios, counts of statuses, coverage.
 */
class TwoEnginesPropertyTest {
  private static final Geography GEOGRAPHY = RealTerritories.geography();

  private static final Indicator HIRED = counted("embauches");
  private static final Indicator ACTIVE = counted("actifs");
  private static final Indicator PAY = counted("masse-salariale");
  private static final Indicator PEOPLE = counted("population");
  private static final Indicator RATE =
      indicator("taux", Measure.ratio("embauches", "actifs", 100));
  private static final List<Indicator> ALL = List.of(HIRED, ACTIVE, PAY, PEOPLE, RATE);

  private static final Format FORMAT =
      new Format(
          "essai",
          "essai",
          ';',
          ',',
          List.of(
              new Format.Column.Where("COMMUNE", "COM", Format.Codes.EXACT),
              new Format.Column.When("ANNEE", Period.Kind.YEAR),
              new Format.Column.By("SEXE", "sexe"),
              new Format.Column.Value("EMBAUCHES", HIRED.id(), 0),
              new Format.Column.Value("ACTIFS", ACTIVE.id(), 0),
              new Format.Column.Value("PAYE", PAY.id(), 2),
              new Format.Column.Said("STATUT", Format.What.STATUS)),
          Map.of("*", ObservationStatus.SUPPRESSED, "nd", ObservationStatus.NOT_COLLECTED),
          Optional.empty());

  private static final Path FOLDER = folder();
  private static final Dashboard DASHBOARD = dashboard();
  private static final FilesAsked FILES = new FilesAsked(FOLDER, GEOGRAPHY);

  private static Indicator counted(String id) {
    return indicator(id, Measure.stock());
  }

  private static Indicator indicator(String id, Measure measure) {
    return new Indicator(id, 1, id, "", "emploi", "", "", 0, "", false, measure, List.of());
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("two-engines");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void clean() throws IOException, SQLException {
    FILES.close();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static Dashboard dashboard() {
    try {
      Path generated = Files.createDirectory(FOLDER.resolve("generated"));
      take(write(generated.resolve("figures.csv")), FORMAT, Optional.empty(), generated);
      Path real = Files.createDirectory(FOLDER.resolve("real"));
      take(
          RealFiles.require("indicators/population_communes_COG2024.csv"),
          KnownFormats.POPULATION,
          Period.parse("2021"),
          real);
      List<Figures> figures = new ArrayList<>();
      for (Indicator each : ALL) {
        Path folder = each.equals(PEOPLE) ? real : generated;
        figures.add(
            Figures.of(
                each,
                GEOGRAPHY,
                List.of(
                    new Figures.Delivered(
                        "r", "s", GEOGRAPHY.vintage(), new ParquetSource(folder, each.id())))));
      }
      return Dashboard.of(GEOGRAPHY, figures, Dashboard.MOST_UNCERTAIN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void take(Path file, Format format, Optional<Period> period, Path folder)
      throws IOException {
    ObservationParquet.of(
        file,
        new ObservationFile.Order(format, ALL, GEOGRAPHY, GEOGRAPHY.vintage(), period),
        folder,
        new Findings());
  }

  /** Some communes are lacking, some values withheld; women only were counted one year. */
  private static Path write(Path file) throws IOException {
    Random random = new Random(5);
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("COMMUNE;ANNEE;SEXE;EMBAUCHES;ACTIFS;PAYE;STATUT\n");
      for (int place = 0; place < GEOGRAPHY.size(); place++) {
        for (int year = 2016; year < 2019; year++) {
          for (String sex : year == 2018 ? List.of("F") : List.of("F", "M")) {
            if (random.nextInt(20) > 0) {
              line(csv, random, GEOGRAPHY.code(place) + ";" + year + ";" + sex);
            }
          }
        }
      }
    }
    return file;
  }

  private static void line(Writer csv, Random random, String key) throws IOException {
    // A status is told of all values of a line, and only where all are there.
    boolean all = random.nextInt(4) > 0;
    String hired = all || random.nextBoolean() ? String.valueOf(random.nextInt(900)) : "*";
    String active = all || random.nextBoolean() ? String.valueOf(random.nextInt(90_000)) : "nd";
    String status = all && random.nextInt(3) == 0 ? "provisional" : "";
    csv.write(
        "%s;%s;%s;%d,%02d;%s%n"
            .formatted(key, hired, active, random.nextInt(100_000), random.nextInt(100), status));
  }

  @Property(tries = 20)
  void both_engines_say_the_same_of_any_communes(@ForAll long seed) throws SQLException {
    Random random = new Random(seed);
    Communes communes = communes(random);
    FILES.over(communes);
    List<Line> lines =
        new Question(
                ALL,
                List.of(new Place.Drawn("p", communes)),
                new Question.Periods.All(),
                random.nextBoolean() ? new Question.Cut.All() : new Question.Cut.Whole())
            .ask(DASHBOARD);
    assertThat(lines).hasSizeGreaterThan(9);
    for (Line line : lines) {
      same(line, communes);
      // One cell alone is told as it is among all.
      assertThat(DASHBOARD.ask(line.indicator(), line.cell(), communes)).isEqualTo(line.answer());
    }
  }

  private static void same(Line line, Communes communes) throws SQLException {
    FilesAsked.Found found =
        line.indicator().equals(RATE)
            ? FILES.ratio(HIRED.id(), ACTIVE.id(), line.cell())
            : FILES.sum(line.indicator().id(), line.cell());
    switch (line.answer()) {
      case Answer.Sum sum -> {
        assertThat(sum.value()).isCloseTo(found.sum(), within(1e-6 * (1 + found.sum())));
        assertThat(sum.statuses()).isEqualTo(found.statuses());
        same(sum.coverage(), found, communes);
      }
      case Answer.Quotient quotient -> {
        assertThat(quotient.numerator()).isEqualTo(found.sum());
        assertThat(quotient.denominator()).isEqualTo(found.denominator());
        assertThat(quotient.value()).isEqualTo(100 * found.sum() / found.denominator());
        assertThat(quotient.statuses()).isEqualTo(found.statuses());
        same(quotient.coverage(), found, communes);
      }
      case Answer.Refusal refusal ->
          assertThat(found.covered() == 0 || found.denominator() == 0).as("%s", refusal).isTrue();
      case Answer.Published published -> throw new AssertionError(published);
      case Answer.Difference difference -> throw new AssertionError(difference);
    }
  }

  private static void same(Coverage coverage, FilesAsked.Found found, Communes communes) {
    assertThat(coverage.expected()).isEqualTo(communes.size());
    assertThat(coverage.covered()).isEqualTo(found.covered());
    assertThat(coverage.absent()).isEqualTo(communes.size() - found.covered());
    assertThat(coverage.population().orElse(0))
        .isCloseTo(
            (double) found.inhabitants() / Math.max(1, GEOGRAPHY.population(communes).orElse(0)),
            within(1e-12));
  }

  /** One commune, some, thousands, or a zone. */
  private static Communes communes(Random random) {
    int size =
        switch (random.nextInt(4)) {
          case 0 -> 1;
          case 1 -> 2 + random.nextInt(60);
          case 2 -> 1_000 + random.nextInt(2_000);
          default -> 0;
        };
    if (size == 0) {
      return GEOGRAPHY.zones().get(random.nextInt(GEOGRAPHY.zones().size())).communes();
    }
    BitSet places = new BitSet();
    while (places.cardinality() < size) {
      places.set(random.nextInt(GEOGRAPHY.size()));
    }
    return Communes.of(places);
  }
}
