package fr.passerelle.catalog.secrecy.adversary;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Figures;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the service answers: the engine of the dashboard over protected figures. */
final class Served implements Oracle {
  /**
   * How an answer is written, and read again. A channel that writes figures adds itself here: what
   * it tells is held against the others, and averaged by the adversary.
   */
  private static final List<Function<Answer.Sum, Double>> FORMS =
      List.of(
          Answer.Sum::value,
          sum -> Double.parseDouble(Double.toString(sum.value())),
          sum -> new BigDecimal(String.valueOf(sum.value())).doubleValue());

  private final Geography geography;
  private final List<Period> periods;
  private final Dashboard dashboard;
  private final Indicator counts;
  private final Indicator share;

  /**
   * A service.
   *
   * @param mostUncertain past which figures are not given; infinite gives the adversary all
   */
  Served(Geography geography, ProtectedTable table, double mostUncertain) {
    this.geography = geography;
    this.periods = List.copyOf(table.periods().keySet());
    String family = table.head().family().name();
    counts = indicator(family, Measure.flow());
    share = indicator("part", Measure.ratio(family, "habitants", 1));
    Indicator people = indicator("habitants", Measure.stock());
    List<Observation> open = new ArrayList<>();
    for (Period period : periods) {
      table
          .head()
          .family()
          .margins()
          .forEach(margin -> open.addAll(people(table.groups(), margin, period)));
    }
    dashboard =
        Dashboard.of(
            geography,
            List.of(
                Figures.ofProtected(counts, geography, List.of(table)),
                Figures.of(
                    people,
                    geography,
                    List.of(
                        new Figures.Delivered("delivery", "series", geography.vintage(), open))),
                Figures.of(share, geography, List.of())),
            mostUncertain);
  }

  private static Indicator indicator(String id, Measure measure) {
    return new Indicator(
        id, 1, id, "", "orientation", "", "", 0, "essai", false, measure, List.of());
  }

  /** The same for all categories: what is divided by is open and of no interest. */
  private List<Observation> people(
      List<List<String>> communes, Map<String, String> margin, Period period) {
    List<Observation> all = new ArrayList<>();
    for (String code : communes.stream().flatMap(List::stream).toList()) {
      all.add(
          new Observation(
              "habitants",
              Categories.of(margin),
              Territory.commune(code),
              period,
              OptionalDouble.of(people(geography.place(code))),
              ObservationStatus.NORMAL,
              new Observation.Wording("", List.of(), "", ""),
              ""));
    }
    return all;
  }

  private static double people(int place) {
    return 100 + Objects.hash(place) % 97;
  }

  Answer answer(Communes perimeter, Period period, Map<String, String> categories) {
    return dashboard.ask(counts, new Figures.Cell(Categories.of(categories), period), perimeter);
  }

  @Override
  public Optional<Reply> ask(
      Communes perimeter, Period period, Map<String, String> categories, int form) {
    if (answer(perimeter, period, categories) instanceof Answer.Sum sum) {
      double value = FORMS.get(form).apply(sum);
      // What is public of the rule: a marked value hides no more than the threshold less one.
      double hidden = sum.precision().marked() * (Secrets.THRESHOLD - 1.0);
      return Optional.of(new Reply(value, Math.max(0, value - hidden), value + hidden));
    }
    return Optional.empty();
  }

  @Override
  public Optional<Share> share(Communes perimeter, Period period, Map<String, String> categories) {
    return dashboard.ask(share, new Figures.Cell(Categories.of(categories), period), perimeter)
            instanceof Answer.Quotient quotient
        ? Optional.of(new Share(quotient.value(), quotient.denominator()))
        : Optional.empty();
  }

  @Override
  public int forms() {
    return FORMS.size();
  }
}
