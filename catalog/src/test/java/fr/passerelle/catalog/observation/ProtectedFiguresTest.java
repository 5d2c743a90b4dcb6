package fr.passerelle.catalog.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.source.RealTerritories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the engine says of protected tables, typed here value by value. */
class ProtectedFiguresTest {
  private static final Period PERIOD = Period.year(2016);
  private static final Geography GEOGRAPHY = RealTerritories.geography();
  private static final Communes DROME =
      GEOGRAPHY.communes(Territory.parse("D26").orElseThrow()).orElseThrow();
  private static final Figures.Cell WHOLE = new Figures.Cell(Categories.WHOLE, PERIOD);

  private static Indicator indicator(String id, Measure measure) {
    return new Indicator(
        id, 1, id, "", "orientation", "", "", 0, "essai", false, measure, List.of());
  }

  private static final Indicator WOMEN = indicator("apprentis", Measure.flow());

  private static Family family(String name) {
    return new Family(
        name, Family.Kind.COUNTS, new TreeMap<>(Map.of("sexe", List.of("F", "M"))), 0);
  }

  private static ProtectedTable table(
      String name, int vintage, List<List<String>> groups, long[] women, long[] men) {
    return new ProtectedTable(
        new ProtectedTable.Head(
            family(name), Protection.ours(5, 1, "essai"), vintage, ObservationStatus.NORMAL),
        groups,
        new TreeMap<>(Map.of(PERIOD, new long[][] {women, men})));
  }

  /** Communes of the Drôme one by one, the first ones with those values, the others with 100. */
  private static ProtectedTable drome(String name, long... first) {
    long[] women = new long[DROME.size()];
    for (int i = 0; i < women.length; i++) {
      women[i] = i < first.length ? first[i] : 100;
    }
    return table(
        name,
        GEOGRAPHY.vintage(),
        GEOGRAPHY.codes(DROME).stream().map(List::of).toList(),
        women,
        women.clone());
  }

  private static Dashboard dashboard(ProtectedTable... tables) {
    List<Figures> figures = new ArrayList<>();
    for (ProtectedTable each : tables) {
      figures.add(
          Figures.ofProtected(
              indicator(each.head().family().name(), Measure.flow()), GEOGRAPHY, List.of(each)));
    }
    figures.add(
        Figures.of(
            indicator("part", Measure.ratio("apprentis", "eleves", 100)), GEOGRAPHY, List.of()));
    return Dashboard.of(GEOGRAPHY, figures, Dashboard.MOST_UNCERTAIN);
  }

  @Test
  void everyMarginIsASumOfProtectedCells() {
    Dashboard dashboard = dashboard(drome("apprentis", 7, 9));
    assertThat(dashboard.cells(WOMEN))
        .extracting(cell -> cell.categories().toString())
        .isEqualTo(List.copyOf(new TreeSet<>(List.of("", "sexe=F", "sexe=M"))));
    assertThat(dashboard.ask(WOMEN, WHOLE, Communes.of(DROME.at(0), DROME.at(1))))
        .isInstanceOfSatisfying(
            Answer.Sum.class,
            sum -> {
              assertThat(sum.value()).isEqualTo(32);
              assertThat(sum.precision()).isEqualTo(Precision.EXACT);
            });
  }

  @Test
  void aMarkedValueCarriesItsHalfWidth() {
    Answer answer = dashboard(drome("apprentis", 0, 5)).ask(WOMEN, WHOLE, DROME);
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Sum.class,
            sum -> {
              assertThat(sum.precision().marked()).isEqualTo(4);
              assertThat(sum.precision().isProtected()).isTrue();
              // Four uncertain counts below 5: 5 times the root of 4.
              assertThat(sum.precision().halfWidth()).isCloseTo(10, within(1e-9));
            });
  }

  @Test
  void whatIsTooUncertainIsRefusedAndLargerTerritoriesAreTold() {
    Answer answer = dashboard(drome("apprentis", 0, 5)).ask(WOMEN, WHOLE, Communes.of(DROME.at(1)));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refusal.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Answer.Reason.TOO_UNCERTAIN);
              assertThat(refusal.nearest()).hasSizeBetween(1, 3);
              assertThat(refusal.nearest().getFirst().value().orElse(0)).isGreaterThan(100);
              assertThat(refusal.nearest().getFirst().wording().footnotes().getFirst())
                  .startsWith("Protégé par l'observatoire, à ");
            });
  }

  @Test
  void whatIsTooUncertainIsAMatterOfThePlace() {
    Figures figures = Figures.ofProtected(WOMEN, GEOGRAPHY, List.of(drome("apprentis", 0, 5)));
    Communes one = Communes.of(DROME.at(1));
    assertThat(Dashboard.of(GEOGRAPHY, List.of(figures), 1).ask(WOMEN, WHOLE, one))
        .isInstanceOf(Answer.Sum.class);
    assertThat(Dashboard.of(GEOGRAPHY, List.of(figures), 0.0001).ask(WOMEN, WHOLE, DROME))
        .isInstanceOf(Answer.Refusal.class);
  }

  @Test
  void aQuotientIsAsUncertainAsItsTermsAre() {
    Dashboard dashboard = dashboard(drome("apprentis", 0, 5), drome("eleves", 5));
    Indicator share = indicator("part", Measure.ratio("apprentis", "eleves", 100));
    assertThat(dashboard.ask(share, WHOLE, DROME))
        .isInstanceOfSatisfying(
            Answer.Quotient.class,
            quotient -> {
              double n = quotient.numerator();
              double d = quotient.denominator();
              double below = 5 * Math.sqrt(2);
              assertThat(quotient.precision().halfWidth())
                  .isCloseTo(
                      100
                          * Math.max(
                              (n + 10) / (d - below) - n / d, n / d - (n - 10) / (d + below)),
                      within(1e-9));
              assertThat(quotient.precision().marked()).isEqualTo(6);
            });
    assertThat(dashboard.ask(share, WHOLE, Communes.of(DROME.at(0))))
        .isInstanceOfSatisfying(
            Answer.Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Answer.Reason.TOO_UNCERTAIN));
  }

  @Test
  void aTableOfAnotherVintageIsToldByTheCommunesOfToday() {
    int merged =
        DROME.stream()
            .filter(place -> GEOGRAPHY.predecessors(place).getOrDefault(2015, List.of()).size() > 1)
            .findFirst()
            .orElseThrow();
    List<String> old = GEOGRAPHY.predecessors(merged).getOrDefault(2015, List.of());
    long[] women = new long[old.size()];
    Arrays.fill(women, 40);
    Dashboard dashboard =
        dashboard(
            table("apprentis", 2015, old.stream().map(List::of).toList(), women, women.clone()));
    assertThat(dashboard.ask(WOMEN, WHOLE, Communes.of(merged)))
        .isInstanceOfSatisfying(
            Answer.Sum.class, sum -> assertThat(sum.value()).isEqualTo(80.0 * old.size()));
  }

  @Test
  void officialFiguresThatAreOpenAreServedExactly() {
    Indicator people = indicator("population", Measure.stock());
    Observation rochefourchat =
        new Observation(
            "population",
            Categories.WHOLE,
            Territory.commune("26274"),
            PERIOD,
            OptionalDouble.of(1),
            ObservationStatus.NORMAL,
            new Observation.Wording("", List.of(), "", ""),
            "");
    Figures figures =
        Figures.of(
            people,
            GEOGRAPHY,
            List.of(
                new Figures.Delivered(
                    "delivery", "series", GEOGRAPHY.vintage(), List.of(rochefourchat))));
    assertThat(
            Dashboard.of(GEOGRAPHY, List.of(figures), Dashboard.MOST_UNCERTAIN)
                .ask(people, WHOLE, Communes.of(GEOGRAPHY.place("26274"))))
        .isInstanceOfSatisfying(
            Answer.Sum.class,
            sum -> {
              assertThat(sum.value()).isEqualTo(1);
              assertThat(sum.precision()).isEqualTo(Precision.EXACT);
            });
  }

  @Test
  void whatDoesNotAddUpIsNotProtectedSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Figures.ofProtected(
                indicator("mediane", Measure.published(Measure.Kind.MEDIAN, "")),
                GEOGRAPHY,
                List.of()));
  }
}
