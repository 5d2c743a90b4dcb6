package fr.passerelle.api.figures;

import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.Precision;
import fr.passerelle.catalog.territory.Coverage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Figures of one indicator as all formats of statistics have them: a key of dimensions, a value,
 * and attributes. Names are those of the cross-domain concepts of SDMX (content-oriented
 * guidelines).
 *
 * @param indicator what they are of
 * @param dimensions names of the dimensions of a key, places first, time last
 * @param rows figures, in the order of the answer
 * @param names French names of places by code
 * @param sources deliveries that they come from
 * @param modified date of the newest of these
 */
public record FigureTable(
    Indicator indicator,
    List<String> dimensions,
    List<Row> rows,
    Map<String, String> names,
    List<Delivery> sources,
    LocalDate modified) {
  /** Where. */
  public static final String PLACE = "REF_AREA";

  /** When. */
  public static final String TIME = "TIME_PERIOD";

  /** What a key has where a figure is not cut by a dimension that others are cut by (SDMX). */
  static final String TOTAL = "_T";

  /** Names of attributes, in their order. */
  static final List<String> ATTRIBUTES =
      List.of(
          "OBS_STATUS",
          "CONF_STATUS",
          "UNIT_MEASURE",
          "DECIMALS",
          "CALCULATION",
          "COVERAGE",
          "PROTECTION",
          "HALF_WIDTH",
          "QUALIFIER",
          "COMMENT_OBS",
          "SOURCE");

  public FigureTable {
    dimensions = List.copyOf(dimensions);
    rows = List.copyOf(rows);
    names = Map.copyOf(names);
    sources = List.copyOf(sources);
  }

  /**
   * A figure.
   *
   * @param key code of each dimension
   * @param value in the unit of the indicator; empty where there is none
   * @param status what it is worth, or why there is none
   * @param attributes text of each attribute, some of them empty
   */
  public record Row(
      List<String> key,
      OptionalDouble value,
      ObservationStatus status,
      Map<String, String> attributes) {
    public Row {
      key = List.copyOf(key);
      attributes = Map.copyOf(attributes);
    }
  }

  /** The table of an answer. */
  public static FigureTable of(Published published, Indicator indicator, List<Line> lines) {
    Set<String> cuts = new TreeSet<>();
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> receipts = new LinkedHashSet<>();
    for (Line line : lines) {
      cuts.addAll(line.cell().categories().values().keySet());
      names.put(line.place().code(), line.place().name());
      receipts.addAll(line.answer().deliveries());
    }
    List<Delivery> sources =
        published.deliveries().stream().filter(each -> receipts.contains(each.receipt())).toList();
    List<String> dimensions = new ArrayList<>(List.of(PLACE));
    cuts.forEach(each -> dimensions.add(each.toUpperCase(Locale.ROOT).replace('-', '_')));
    dimensions.add(TIME);
    return new FigureTable(
        indicator,
        dimensions,
        lines.stream().map(line -> row(line, cuts, published)).toList(),
        names,
        sources,
        sources.stream().map(Delivery::dated).max(LocalDate::compareTo).orElse(LocalDate.EPOCH));
  }

  private static Row row(Line line, Set<String> cuts, Published published) {
    List<String> key = new ArrayList<>(List.of(line.place().code()));
    cuts.forEach(each -> key.add(line.cell().categories().values().getOrDefault(each, TOTAL)));
    key.add(line.cell().period().timePeriod());
    return new Row(key, line.value(), line.status(), attributes(line, published));
  }

  private static Map<String, String> attributes(Line line, Published published) {
    Answer answer = line.answer();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("OBS_STATUS", String.valueOf(line.status().code()));
    // CL_CONF_STATUS: C is confidential statistical information, F free for publication.
    attributes.put("CONF_STATUS", line.status() == ObservationStatus.SUPPRESSED ? "C" : "F");
    attributes.put("UNIT_MEASURE", line.indicator().unit());
    attributes.put("DECIMALS", Integer.toString(line.indicator().decimals()));
    attributes.put("CALCULATION", calculation(answer));
    attributes.put("COVERAGE", answer.covered().map(FigureTable::share).orElse(""));
    Precision precision = answer.precision();
    attributes.put("PROTECTION", precision.isProtected() ? Precision.CREDIT : "");
    attributes.put("HALF_WIDTH", precision.isProtected() ? plain(precision.halfWidth()) : "");
    attributes.put("QUALIFIER", qualifier(answer));
    attributes.put("COMMENT_OBS", marked(comment(answer), answer));
    attributes.put("SOURCE", source(answer, published));
    return attributes;
  }

  private static String calculation(Answer answer) {
    return switch (answer) {
      case Answer.Published published -> "published";
      case Answer.Sum sum -> "sum";
      case Answer.Quotient quotient -> "quotient";
      case Answer.Difference difference -> "difference";
      case Answer.Refusal refusal -> "refusal";
    };
  }

  /** Communes that have a figure over those that there are. */
  private static String share(Coverage coverage) {
    return coverage.covered() + "/" + coverage.expected();
  }

  private static String qualifier(Answer answer) {
    return answer instanceof Answer.Published published
        ? published.observations().getFirst().wording().qualifier()
        : "";
  }

  /** Footnotes and values that differ, or why there is no value. */
  private static String comment(Answer answer) {
    return switch (answer) {
      case Answer.Published published ->
          published.observations().stream()
              .flatMap(each ->
                  each.equals(published.observations().getFirst())
                      ? each.wording().footnotes().stream()
                      : List.of(other(each)).stream())
              .collect(Collectors.joining(" ; "));
      case Answer.Sum sum -> "";
      case Answer.Quotient quotient ->
          plain(quotient.numerator()) + " / " + plain(quotient.denominator());
      case Answer.Difference difference ->
          plain(difference.minuend()) + " - " + plain(difference.subtrahend());
      case Answer.Refusal refusal -> refusal.explanation();
    };
  }

  /** What was made by a rule says so wherever it is told, added up or not. */
  private static String marked(String comment, Answer answer) {
    if (!Delivery.isSynthetic(answer) || comment.contains(Delivery.SYNTHETIC_NOTE)) {
      return comment;
    }
    return comment.isEmpty() ? Delivery.SYNTHETIC_NOTE : comment + " ; " + Delivery.SYNTHETIC_NOTE;
  }

  private static String other(Observation each) {
    return "autre valeur publiée : %s (%s)"
        .formatted(plain(each.value().orElse(0)), each.wording().citation());
  }

  private static String source(Answer answer, Published published) {
    if (answer instanceof Answer.Published said) {
      Observation first = said.observations().getFirst();
      if (!first.wording().source().isEmpty()) {
        return first.wording().source() + ", " + first.wording().citation();
      }
    }
    return answer.deliveries().stream()
        .flatMap(receipt -> published.delivery(receipt).stream())
        .map(Delivery::citation)
        .collect(Collectors.joining(" ; "));
  }

  /** A number without exponent, and without decimals where it has none. */
  public static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString(Math.round(value))
        : BigDecimal.valueOf(value).toPlainString();
  }

  /** Codes of a dimension, each once, in the order of rows. */
  List<String> codes(int dimension) {
    return rows.stream().map(row -> row.key().get(dimension)).distinct().toList();
  }

  /** French name of a code. */
  String name(int dimension, String code) {
    return dimension == 0 ? names.getOrDefault(code, code) : code.equals(TOTAL) ? "Ensemble" : code;
  }

  /** Citations of all sources. */
  String citation() {
    return sources.stream().map(Delivery::citation).collect(Collectors.joining(" ; "));
  }
}
