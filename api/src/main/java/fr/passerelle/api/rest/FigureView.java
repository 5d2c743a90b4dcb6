package fr.passerelle.api.rest;

import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.FigureHistory;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.Precision;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Territory;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an indicator at a place in a period: a value, or why there is none.
 *
 * @param indicator code of the indicator
 * @param place code of the territory, or P- and the name of the perimeter
 * @param placeName French name
 * @param period period as partners write it; empty where the source gives none
 * @param timePeriod period as SDMX writes it (TIME_PERIOD)
 * @param categories code by dimension; empty for the whole
 * @param outcome published as it is, sum of parts, quotient of two sums, difference of two figures,
 *     or refused
 * @param value in the unit of the indicator; null where there is none
 * @param unit what one is
 * @param status what the value is worth, code of SDMX (CL_OBS_STATUS): the least good of the values
 *     that were added; why there is none where there is none
 * @param statuses how many parts have which status, by code; empty for what is published as it is
 * @param numerator sum of numerators of a quotient
 * @param denominator sum of denominators of a quotient
 * @param minuend of a difference, what is taken from
 * @param subtrahend of a difference, what is taken away
 * @param grain of a sum, the kind of territories that were added; COM for communes
 * @param coverage of a sum or quotient, how much of the place has a value
 * @param precision of a value that was altered or may have been, for statistical secrecy, how near
 *     it is to the raw one; null where it is exact
 * @param observations what sources publish, side by side where they differ
 * @param refusal why there is no value, and what there is instead
 * @param changed moment at which it changed last; null where history is not asked for, or where it
 *     never had a value
 * @param history values that it had, the first one first; empty where history is not asked for
 * @param synthetic whether it was made by a rule to show what there could be: it says nothing of
 *     the place
 * @param deliveries receipts of the deliveries that it is made of
 */
@Serdeable
@Schema(name = "Figure")
public record FigureView(
    String indicator,
    String place,
    String placeName,
    String period,
    String timePeriod,
    Map<String, String> categories,
    @Schema(
            type = "string",
            allowableValues = {"published", "sum", "quotient", "difference", "refusal"})
        String outcome,
    @Nullable Double value,
    String unit,
    String status,
    Map<String, Integer> statuses,
    @Nullable Double numerator,
    @Nullable Double denominator,
    @Nullable Double minuend,
    @Nullable Double subtrahend,
    @Nullable String grain,
    @Nullable CoverageView coverage,
    @Nullable PrecisionView precision,
    List<ObservationView> observations,
    @Nullable RefusalView refusal,
    @Nullable String changed,
    List<VersionView> history,
    boolean synthetic,
    List<String> deliveries) {

  /**
   * How much of a place has figures.
   *
   * @param expected communes of the place
   * @param covered those that have a figure
   * @param absent those that have none
   * @param secret how many parts are withheld, for statistical secrecy for instance
   * @param estimated how many parts are estimates
   * @param population share of its population that lives in communes that have a figure; null where
   *     none is known
   */
  @Serdeable
  @Schema(name = "Coverage")
  public record CoverageView(
      int expected,
      int covered,
      int absent,
      int secret,
      int estimated,
      @Nullable Double population) {
    static CoverageView of(Coverage coverage, Answer answer) {
      return new CoverageView(
          coverage.expected(),
          coverage.covered(),
          coverage.absent(),
          answer.secret(),
          answer.estimated(),
          boxed(coverage.population()));
    }
  }

  /**
   * How near a protected value is to the raw one.
   *
   * @param halfWidth half-width of the interval that holds the raw value with a confidence of about
   *     95 %, in the unit of the indicator
   * @param marked how many protected values in it may stand for others
   * @param cut communes left out, which are told of together with communes outside only
   * @param credit words that go with the value
   */
  @Serdeable
  @Schema(name = "Precision")
  public record PrecisionView(double halfWidth, long marked, int cut, String credit) {
    static @Nullable PrecisionView of(Precision precision) {
      return precision.isProtected()
          ? new PrecisionView(
              precision.halfWidth(), precision.marked(), precision.cut(), Precision.CREDIT)
          : null;
    }
  }

  /**
   * What a source publishes.
   *
   * @param territory code of the territory
   * @param value in the unit of the indicator; null where there is none
   * @param status what it is worth, code of SDMX
   * @param qualifier words of the source: près de, plus de, environ
   * @param footnotes notes of the source
   * @param source who made the figure, in the words of the delivery
   * @param citation where it was read
   * @param delivery receipt
   */
  @Serdeable
  @Schema(name = "Observation")
  public record ObservationView(
      String territory,
      @Nullable Double value,
      String status,
      String qualifier,
      List<String> footnotes,
      String source,
      String citation,
      String delivery) {
    static ObservationView of(Observation each) {
      return new ObservationView(
          each.territory().toString(),
          boxed(each.value()),
          String.valueOf(each.status().code()),
          each.wording().qualifier(),
          each.wording().footnotes(),
          each.wording().source(),
          each.wording().citation(),
          each.delivery());
    }
  }

  /**
   * Why there is no value.
   *
   * @param reason code of the reason
   * @param explanation the reason in French
   * @param nearest values published for territories that hold the place, the smallest first, each
   *     as what it is
   * @param within codes of territories inside the place for which values are published
   * @param substitute code of an indicator that adds up; null where there is none
   */
  @Serdeable
  @Schema(name = "Refusal")
  public record RefusalView(
      @Schema(
              type = "string",
              allowableValues = {
                "not-additive",
                "not-available",
                "suppressed",
                "no-data",
                "incomplete",
                "too-uncertain",
                "no-denominator",
                "missing-term",
                "licence"
              })
          String reason,
      String explanation,
      List<ObservationView> nearest,
      List<String> within,
      @Nullable String substitute) {}

  /**
   * A value that a figure had.
   *
   * @param published moment since which it was published
   * @param replaced moment until which it was; null where it stands
   * @param outcome as that of a figure; null where it was taken back
   * @param value in the unit of the indicator; null where there is none, or where it was taken back
   * @param status what it was worth, code of SDMX; null where it was taken back
   * @param withdrawn why it was taken back, in the words of its supplier; null where it was not
   * @param deliveries receipts of the deliveries that it was made of; empty where it was taken back
   */
  @Serdeable
  @Schema(name = "FigureVersion")
  public record VersionView(
      String published,
      @Nullable String replaced,
      @Nullable String outcome,
      @Nullable Double value,
      @Nullable String status,
      @Nullable String withdrawn,
      List<String> deliveries) {
    static VersionView of(FigureHistory.Version version) {
      Optional<Line> line = version.line();
      return new VersionView(
          version.published().toString(),
          version.replaced().map(Instant::toString).orElse(null),
          line.map(each -> FigureView.outcome(each.answer())).orElse(null),
          line.map(each -> boxed(each.value())).orElse(null),
          line.map(each -> String.valueOf(each.status().code())).orElse(null),
          version.withdrawn().map(Delivery.Withdrawal::reason).orElse(null),
          line.map(each -> each.answer().deliveries()).orElse(List.of()));
    }
  }

  /**
   * A delivery that was public and was taken back since: its values are told no more.
   *
   * @param series what is delivered again and again
   * @param producer who delivered it
   * @param published moment since which it was public
   * @param withdrawn moment at which it was taken back
   * @param reason why, in the words of who took it back
   */
  @Serdeable
  @Schema(name = "WithdrawnDelivery")
  public record WithdrawnView(
      String series,
      String producer,
      @Nullable String published,
      @Nullable String withdrawn,
      String reason) {
    static WithdrawnView of(Delivery delivery) {
      return new WithdrawnView(
          delivery.series(),
          delivery.supplier(),
          delivery.publicFrom().map(Instant::toString).orElse(null),
          delivery.withdrawn().map(each -> each.at().toString()).orElse(null),
          delivery.withdrawn().map(Delivery.Withdrawal::reason).orElse(""));
    }
  }

  /** A line as it is answered. */
  static FigureView of(Line line) {
    return of(line, Optional.empty(), List.of());
  }

  /**
   * A line with the values that it had.
   *
   * @param whole whether to tell all of them
   */
  static FigureView of(FigureHistory.Revised revised, boolean whole) {
    return of(revised.line(), revised.changed(), whole ? revised.versions() : List.of());
  }

  private static FigureView of(
      Line line, Optional<Instant> changed, List<FigureHistory.Version> history) {
    Answer answer = line.answer();
    return new FigureView(
        line.indicator().id(),
        line.place().code(),
        line.place().name(),
        line.cell().period().toString(),
        line.cell().period().timePeriod(),
        line.cell().categories().values(),
        outcome(answer),
        boxed(line.value()),
        line.indicator().unit(),
        String.valueOf(line.status().code()),
        codes(answer.statuses()),
        answer instanceof Answer.Quotient quotient ? quotient.numerator() : null,
        answer instanceof Answer.Quotient quotient ? quotient.denominator() : null,
        answer instanceof Answer.Difference difference ? difference.minuend() : null,
        answer instanceof Answer.Difference difference ? difference.subtrahend() : null,
        answer instanceof Answer.Sum sum ? sum.grain() : null,
        answer.covered().map(each -> CoverageView.of(each, answer)).orElse(null),
        PrecisionView.of(answer.precision()),
        answer instanceof Answer.Published published
            ? published.observations().stream().map(ObservationView::of).toList()
            : List.of(),
        answer instanceof Answer.Refusal refusal ? refusal(refusal) : null,
        changed.map(Instant::toString).orElse(null),
        history.stream().map(VersionView::of).toList(),
        Delivery.isSynthetic(answer),
        answer.deliveries());
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Published published -> "published";
      case Answer.Sum sum -> "sum";
      case Answer.Quotient quotient -> "quotient";
      case Answer.Difference difference -> "difference";
      case Answer.Refusal refusal -> "refusal";
    };
  }

  private static RefusalView refusal(Answer.Refusal refusal) {
    return new RefusalView(
        refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        refusal.explanation(),
        refusal.nearest().stream().map(ObservationView::of).toList(),
        refusal.within().stream().map(Territory::toString).toList(),
        refusal.substitute().isEmpty() ? null : refusal.substitute());
  }

  private static Map<String, Integer> codes(Map<ObservationStatus, Integer> statuses) {
    Map<String, Integer> codes = new TreeMap<>();
    statuses.forEach((status, count) -> codes.put(String.valueOf(status.code()), count));
    return codes;
  }

  static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /**
   * Figures asked for together.
   *
   * @param items figures, by indicator, place, categories and period
   * @param total how many there are
   * @param names French names of their categories by dimension and code, where they are published
   * @param vintage year of the geographic code of territories
   * @param asOf moment at which it was so; null for now
   * @param withdrawn deliveries that were public then and were taken back since
   * @param sources deliveries that they come from, each with its producer, date, licence, citation
   * @param territorySources who says of which communes the territories are that were added up
   * @param terms under what the whole may be used again
   */
  @Serdeable
  @Schema(name = "Figures")
  record Listed(
      List<FigureView> items,
      int total,
      Map<String, Map<String, String>> names,
      int vintage,
      @Nullable String asOf,
      List<WithdrawnView> withdrawn,
      List<IndicatorView.DeliveryView> sources,
      List<SourceView> territorySources,
      TermsView terms) {}
}
