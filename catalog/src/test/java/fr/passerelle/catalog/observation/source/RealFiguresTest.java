package fr.passerelle.catalog.observation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Figures;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.KnownFormats;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.source.RealTerritories;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of the product that must come out right, on the official files. */
class RealFiguresTest {
  private static final List<Indicator> INDICATORS = IndicatorsFile.bundled();
  private static final Dashboard DASHBOARD = dashboard();

  @TempDir private Path folder = Path.of("");

  private static Geography geography() {
    return RealTerritories.geography();
  }

  private static Dashboard dashboard() {
    Map<String, List<Figures.Delivered>> delivered = new HashMap<>();
    deliver(delivered, KnownFormats.CITED, "values-cited.csv", 2024, "");
    deliver(delivered, KnownFormats.POPULATION, "population_communes_COG2010.csv", 2010, "2007");
    deliver(delivered, KnownFormats.POPULATION, "population_communes_COG2024.csv", 2024, "2021");
    deliver(delivered, KnownFormats.FILOSOFI_EPCI, "filosofi_epci_2016.csv", 2024, "2016");
    Map<String, Figures> figures = new HashMap<>();
    INDICATORS.forEach(each ->
        figures.put(
            each.id(),
            Figures.of(each, geography(), delivered.getOrDefault(each.id(), List.of()))));
    return new Dashboard(geography(), id -> Optional.ofNullable(figures.get(id)));
  }

  private static void deliver(
      Map<String, List<Figures.Delivered>> all,
      Format format,
      String file,
      int vintage,
      String period) {
    Map<String, List<Observation>> byIndicator = new HashMap<>();
    Findings findings = new Findings();
    read(RealFiles.require("indicators/" + file), format, vintage, period, findings)
        .forEach(each ->
            byIndicator.computeIfAbsent(each.indicator(), any -> new ArrayList<>()).add(each));
    byIndicator.forEach((indicator, observations) ->
        all.computeIfAbsent(indicator, any -> new ArrayList<>())
            .add(new Figures.Delivered(file, format.name(), vintage, observations)));
  }

  private static List<Observation> read(
      Path path, Format format, int vintage, String period, Findings findings) {
    Optional<Period> all = period.isEmpty() ? Optional.empty() : Period.parse(period);
    try (Reader text = SourceText.open(path, findings)) {
      return ObservationFile.read(
          String.valueOf(path.getFileName()),
          text,
          new ObservationFile.Order(format, INDICATORS, geography(), vintage, all),
          findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Indicator indicator(String id) {
    return INDICATORS.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static Zone zone(String code) {
    return geography().find(Territory.parse(code).orElseThrow()).orElseThrow();
  }

  private static Figures.Cell cell(String period, Categories categories) {
    return new Figures.Cell(categories, Period.parse(period).orElseThrow());
  }

  private static Answer ask(String indicator, String period, String territory) {
    return DASHBOARD.ask(indicator(indicator), cell(period, Categories.WHOLE), zone(territory));
  }

  private static Observation only(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Published.class);
    List<Observation> observations = ((Answer.Published) answer).observations();
    assertThat(observations).hasSize(1);
    return observations.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "defm-abc,       2016-Q4,   R44,                464500,  NORMAL",
    "defm-abc,       2016-Q4,   FRANCE_DE_PROVINCE, 4574820, NORMAL",
    "apprentis,      2014-2015, R44,                37480,   NORMAL",
    "apprentis,      2015-2016, R44,                37210,   NORMAL",
    "apprentis,      2016-2017, R44,                37422,   PROVISIONAL",
    "lyceens,        2016-2017, R44,                207427,  NORMAL",
    "lyceens,        2017-2018, R44,                208404,  FORECAST",
    "population,     2016-01-01, R44,               5558304, ESTIMATED",
    "taux-de-chomage, 2016-Q4,  FRANCE_METRO,       9.7,     NORMAL",
  })
  void aValueThatIsPublishedIsToldAsItIs(
      String indicator, String period, String territory, double value, ObservationStatus status) {
    Observation said = only(ask(indicator, period, territory));
    assertThat(said.value()).hasValue(value);
    assertThat(said.status()).isEqualTo(status);
  }

  @Test
  void whatARegionDoesNotHaveIsNeverTheValueOfTheCountry() {
    Answer answer = ask("taux-d-emploi-des-lyceens-sortants-de-bac-pro", "2015", "R44");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refusal.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Answer.Reason.NOT_AVAILABLE);
              assertThat(refusal.nearest())
                  .extracting(each -> each.territory() + " " + each.value().orElse(0))
                  .containsExactly("FRANCE 43.2");
            });
  }

  @Test
  void wordsOfASourceStayWithItsValue() {
    Observation near = only(ask("habitants-travaillant-a-l-etranger", "", "R44"));
    assertThat(near.value()).hasValue(163_000);
    assertThat(near.wording().qualifier()).isEqualTo("près de");
    Observation other = only(ask("travailleurs-frontaliers", "", "R44"));
    assertThat(other.value()).hasValue(160_000);
    assertThat(other.wording().citation()).contains("volet transfrontalier");
  }

  @Test
  void populationsAddUpOverAnyCommunesAndThroughMergers() {
    Answer all =
        DASHBOARD.ask(indicator("population"), cell("2007", Categories.WHOLE), geography().all());
    assertThat(all)
        .isInstanceOfSatisfying(
            Answer.Sum.class,
            sum ->
                assertThat(sum.value())
                    .isCloseTo(total("population_communes_COG2010.csv"), within(0.5)));
    Communes some = zone("EPCI-200054807").communes().union(zone("D13").communes());
    assertThat(DASHBOARD.ask(indicator("population"), cell("2021", Categories.WHOLE), some))
        .isInstanceOfSatisfying(
            Answer.Sum.class,
            sum -> {
              assertThat(sum.coverage().expected()).isEqualTo(some.size());
              assertThat(sum.coverage().absent()).isZero();
            });
  }

  /** An independent count: the third column, added up. */
  private static double total(String file) {
    try {
      return Files.readAllLines(RealFiles.require("indicators/" + file)).stream()
          .skip(1)
          .map(line -> line.substring(line.lastIndexOf(',') + 1))
          .filter(each -> each.matches("\\d+(\\.\\d+)?"))
          .mapToDouble(Double::parseDouble)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void unemploymentRatesAreReadWithTheirCommasAndNeverAveraged() {
    Findings findings = new Findings();
    List<Observation> rates =
        read(
            RealFiles.require("indicators/chomage_departemental_INSEE.csv"),
            KnownFormats.CHOMAGE_DEPARTEMENTS,
            2024,
            "",
            findings);
    assertThat(rates)
        .filteredOn(each -> each.territory().equals(Territory.parse("D01").orElseThrow()))
        .filteredOn(each -> each.period().equals(Period.schoolYear(2023)))
        .singleElement()
        .satisfies(each -> assertThat(each.value()).hasValue(5.7));
    Figures figures =
        Figures.of(
            indicator("taux-de-chomage"),
            geography(),
            List.of(new Figures.Delivered("rates", "chomage", 2024, rates)));
    Dashboard rated = new Dashboard(geography(), id -> Optional.of(figures));
    assertThat(
            rated.ask(
                indicator("taux-de-chomage"), cell("2023-2024", Categories.WHOLE), zone("R84")))
        .isInstanceOfSatisfying(
            Answer.Refusal.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Answer.Reason.NOT_ADDITIVE);
              assertThat(refusal.within()).hasSize(12);
            });
  }

  @Test
  void aMedianIsServedAsPublishedAndRefusedForAnyOtherTerritory() {
    Observation said = only(ask("niveau-de-vie-median", "2016", "EPCI-200000172"));
    assertThat(said.value()).hasValue(24129.52380952381);
    assertThat(ask("niveau-de-vie-median", "2016", "D74"))
        .isInstanceOfSatisfying(
            Answer.Refusal.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Answer.Reason.NOT_ADDITIVE);
              assertThat(refusal.explanation()).contains("médiane");
              assertThat(refusal.within())
                  .contains(Territory.parse("EPCI-200000172").orElseThrow());
              assertThat(refusal.substitute()).isEqualTo("menages-fiscaux");
            });
  }

  @Test
  void aPrintedTotalIsKeptAndItsPartsThatMakeAnotherAreRemarked() {
    Findings findings = new Findings();
    read(RealFiles.require("indicators/values-cited.csv"), KnownFormats.CITED, 2024, "", findings);
    assertThat(findings.remarks())
        .containsExactly(
            "lyceens, R44, 2016-2017 : le total donné est 207427, ses parties font 207227 ; le"
                + " total est gardé tel quel");
  }

  @Test
  void faultsOfAFileAreToldLineByLineAndNothingIsRead() throws IOException {
    Path file = folder.resolve("populations.csv");
    Files.writeString(
        file,
        """
        CODGEO,LIBGEO,POP
        01001,L'Abergement-Clémenciat,832
        01001,L'Abergement-Clémenciat,833
        99999,Nulle part,12
        01004,Ambérieu-en-Bugey,14 854
        01005,Ambérieux-en-Dombes,*
        """);
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> read(file, KnownFormats.POPULATION, 2024, "2021", new Findings()));
    assertThat(refused.faults())
        .extracting(each -> each.place() + " " + each.rule())
        .containsExactly(
            "populations.csv:3:3 duplicate",
            "populations.csv:4:1 commune",
            "populations.csv:5:3 thousands",
            "populations.csv:6:3 number");
  }
}
