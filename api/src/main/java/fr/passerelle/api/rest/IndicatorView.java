package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.catalog.dataset.IndicatorRecords;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.observation.Method;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An indicator: what is counted, how it adds up, and what there is of it.
 *
 * @param uri its address
 * @param id its code
 * @param version of its definition; another definition is another version, never merged
 * @param title French name
 * @param definition what exactly is counted; empty where no source says it
 * @param theme code of the theme of observation
 * @param question the question that it answers
 * @param unit what one is
 * @param decimals digits to show after the decimal mark
 * @param producer who publishes it
 * @param headline whether portraits begin with it
 * @param measure how it adds up
 * @param notes what readers are to know
 * @param periods periods that have figures, in their order
 * @param zonings kinds of territories that sources give figures of; COM for communes
 * @param dimensions codes by which figures are cut, by dimension
 * @param values address of its figures
 * @param dataset name of its record in the catalogue that portals harvest; null without figures
 * @param sources deliveries that its figures come from
 */
@Serdeable
@Schema(name = "Indicator")
public record IndicatorView(
    String uri,
    String id,
    int version,
    String title,
    String definition,
    String theme,
    String question,
    String unit,
    int decimals,
    String producer,
    boolean headline,
    MeasureView measure,
    List<String> notes,
    List<String> periods,
    List<String> zonings,
    Map<String, List<String>> dimensions,
    String values,
    @Nullable String dataset,
    List<DeliveryView> sources) {

  /**
   * How an indicator adds up.
   *
   * @param kind stock, flow, ratio, difference, index, median or distinct
   * @param adds axes along which a sum of values is a value: territory, time, category
   * @param numerator code of the indicator that a ratio divides, or that a difference takes from;
   *     null for any other
   * @param denominator code of the indicator by which it is divided, or that is taken from it
   * @param factor by what the quotient is multiplied: 100 for a percentage
   * @param substitute code of an indicator that adds up and answers nearly the same
   */
  @Serdeable
  @Schema(name = "Measure")
  public record MeasureView(
      String kind,
      List<String> adds,
      @Nullable String numerator,
      @Nullable String denominator,
      double factor,
      @Nullable String substitute) {
    static MeasureView of(Measure measure) {
      return new MeasureView(
          measure.kind().name().toLowerCase(Locale.ROOT),
          measure.adds().stream()
              .sorted()
              .map(Axis::name)
              .map(each -> each.toLowerCase(Locale.ROOT))
              .toList(),
          nullable(measure.numerator()),
          nullable(measure.denominator()),
          measure.factor(),
          nullable(measure.substitute()));
    }
  }

  /**
   * Where figures come from.
   *
   * @param receipt name of the delivery, in figures
   * @param series what is delivered again and again
   * @param producer who delivered it
   * @param modified date of last update
   * @param received day on which it was accepted
   * @param licence under which the figures may be used again
   * @param citation ready to paste
   * @param vintage year of the geographic code of its communes
   * @param sample whether it only shows what there could be
   * @param synthetic whether its values were made by a rule: they say nothing of any territory
   * @param adjustment what its values were corrected for; null where it is not declared
   * @param periodRule what a value is of its period; null where it is not declared
   * @param levels nomenclature of levels of diplomas; null where it is not declared
   */
  @Serdeable
  @Schema(name = "FigureSource")
  public record DeliveryView(
      String receipt,
      String series,
      String producer,
      LocalDate modified,
      String received,
      SourceView.LicenceView licence,
      String citation,
      int vintage,
      boolean sample,
      boolean synthetic,
      @Schema(
              type = "string",
              allowableValues = {"brut", "cvs", "cvs-cjo"})
          @Nullable String adjustment,
      @Schema(
              type = "string",
              allowableValues = {"fin-de-periode", "moyenne", "cumul"})
          @Nullable String periodRule,
      @Schema(
              type = "string",
              allowableValues = {"niveaux-1969", "niveaux-2019"})
          @Nullable String levels) {
    static DeliveryView of(Delivery delivery) {
      return new DeliveryView(
          delivery.receipt(),
          delivery.series(),
          delivery.supplier(),
          delivery.dated(),
          delivery.acceptedAt().toString(),
          // What is public has a licence.
          SourceView.LicenceView.of(delivery.licence().orElseThrow()),
          delivery.citation(),
          delivery.vintage(),
          delivery.sample(),
          delivery.synthetic(),
          delivery.method().adjustment().map(Method.Adjustment::word).orElse(null),
          delivery.method().periodRule().map(Method.PeriodRule::word).orElse(null),
          delivery.method().levels().map(Method.Levels::word).orElse(null));
    }
  }

  /**
   * Indicators, by theme and code.
   *
   * @param items indicators
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param emptyReason why there are none; null where there are
   * @param emptyExplanation the reason in French
   */
  @Serdeable
  @Schema(name = "IndicatorPage")
  record Listed(
      List<IndicatorView> items,
      int total,
      @Nullable String next,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation) {}

  static IndicatorView of(Published published, Indicator each, Instance instance) {
    String uri = instance.address() + "/api/v1/indicators/" + each.id();
    SortedSet<Cell> cells = published.dashboard().cells(each);
    Map<String, TreeSet<String>> dimensions = new TreeMap<>();
    cells.forEach(cell ->
        cell.categories()
            .values()
            .forEach((dimension, code) ->
                dimensions.computeIfAbsent(dimension, any -> new TreeSet<>()).add(code)));
    Map<String, List<String>> codes = new TreeMap<>();
    dimensions.forEach((dimension, all) -> codes.put(dimension, List.copyOf(all)));
    return new IndicatorView(
        uri,
        each.id(),
        each.version(),
        each.title(),
        each.definition(),
        each.theme(),
        each.question(),
        each.unit(),
        each.decimals(),
        each.producer(),
        each.headline(),
        MeasureView.of(each.measure()),
        each.notes(),
        cells.stream().map(Cell::period).distinct().sorted().map(Period::toString).toList(),
        List.copyOf(published.dashboard().zonings(each)),
        codes,
        uri + "/values",
        cells.isEmpty() ? null : IndicatorRecords.name(instance.uris(), each),
        published.of(each).stream().map(DeliveryView::of).toList());
  }

  private static @Nullable String nullable(String text) {
    return text.isEmpty() ? null : text;
  }
}
