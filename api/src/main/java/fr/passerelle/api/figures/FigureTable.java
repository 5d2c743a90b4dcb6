package fr.passerelle.api.figures;

import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.FigureHistory.Revised;
import fr.passerelle.catalog.delivery.FigureHistory.Version;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Method;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.Precision;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.Licence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Figures of one indicator as all formats of statistics have them: a key of dimensions, a value,
 * and attributes. Names are those of the cross-domain concepts of SDMX (content-oriented
 * guidelines).
 *
 * @param indicator what they are of
 * @param dimensions names of the dimensions of a key, places first, time last
 * @param rows figures, in the order of the answer
 * @param names what codes stand for
 * @param sources deliveries that they come from
 * @param origins who says of which communes the territories are that were added up
 * @param licence under what the whole may be used again
 * @param modified date of the newest of these
 */
public record FigureTable(
    Indicator indicator,
    List<String> dimensions,
    List<Row> rows,
    CodeNames names,
    List<Delivery> sources,
    List<Zoning.Origin> origins,
    CombinedLicence licence,
    LocalDate modified) {
  /** Where. */
  public static final String PLACE = "REF_AREA";

  /** When. */
  public static final String TIME = "TIME_PERIOD";

  /** What a key has where a figure is not cut by a dimension that others are cut by (SDMX). */
  static final String TOTAL = "_T";

  /** Names of attributes, in their order. */
  private static final List<String> ATTRIBUTES =
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

  /** Of values of before: since when, and until when they were told. */
  private static final String VALID_FROM = "VALID_FROM";

  private static final String VALID_TO = "VALID_TO";

  /** How values were made, where it is declared; levels have no concept in SDMX. */
  private static final String ADJUSTMENT = "ADJUSTMENT";

  private static final String PERIOD_RULE = "TIME_PER_COLLECT";
  private static final String LEVELS = "LEVELS";

  /** Names of attributes that are there where a row has one, in their order. */
  private static final List<String> FURTHER =
      List.of(ADJUSTMENT, PERIOD_RULE, LEVELS, VALID_FROM, VALID_TO);

  public FigureTable {
    dimensions = List.copyOf(dimensions);
    rows = List.copyOf(rows);
    sources = List.copyOf(sources);
    origins = List.copyOf(origins);
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
  public static FigureTable of(
      Published published, Indicator indicator, List<Line> lines, Naming naming) {
    return of(published, indicator, lines, List.of(), naming);
  }

  /** The table of an answer with all values that its figures had: several rows have one key. */
  public static FigureTable ofHistory(
      Published published, Indicator indicator, List<Revised> revised, Naming naming) {
    List<Row> before = new ArrayList<>();
    List<Line> lines = revised.stream().map(Revised::line).toList();
    Set<String> cuts = cuts(lines);
    for (Revised each : revised) {
      for (Version version : each.versions()) {
        before.add(row(each, version, cuts, published));
      }
    }
    return of(published, indicator, lines, before, naming);
  }

  private static FigureTable of(
      Published published, Indicator indicator, List<Line> lines, List<Row> before, Naming naming) {
    Set<String> receipts = new LinkedHashSet<>();
    lines.forEach(line -> receipts.addAll(line.answer().deliveries()));
    List<Delivery> sources =
        published.deliveries().stream().filter(each -> receipts.contains(each.receipt())).toList();
    Set<String> cuts = cuts(lines);
    List<String> dimensions = new ArrayList<>(List.of(PLACE));
    cuts.forEach(each -> dimensions.add(dimension(each)));
    dimensions.add(TIME);
    return new FigureTable(
        indicator,
        dimensions,
        before.isEmpty() ? lines.stream().map(line -> row(line, cuts, published)).toList() : before,
        naming.names(lines),
        sources,
        lines.stream()
            .flatMap(line -> published.dashboard().origins(line).stream())
            .distinct()
            .toList(),
        lines.stream()
            .map(published.dashboard()::licence)
            .reduce(CombinedLicence.NOTHING, CombinedLicence::and),
        sources.stream().map(Delivery::dated).max(LocalDate::compareTo).orElse(LocalDate.EPOCH));
  }

  private static Set<String> cuts(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.cell().categories().values().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Name of a dimension by which figures are cut. */
  static String dimension(String cut) {
    return cut.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Row row(Line line, Set<String> cuts, Published published) {
    return new Row(key(line, cuts), line.value(), line.status(), attributes(line, published));
  }

  private static List<String> key(Line line, Set<String> cuts) {
    List<String> key = new ArrayList<>(List.of(line.place().code()));
    cuts.forEach(each -> key.add(line.cell().categories().values().getOrDefault(each, TOTAL)));
    key.add(line.cell().period().timePeriod());
    return key;
  }

  /** A value of before; one that was taken back is told as having been there, without itself. */
  private static Row row(Revised revised, Version version, Set<String> cuts, Published published) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(ATTRIBUTES.getFirst(), String.valueOf(ObservationStatus.MISSING.code()));
    version.line().ifPresent(line -> attributes.putAll(attributes(line, published)));
    version
        .withdrawn()
        .ifPresent(each -> attributes.put("COMMENT_OBS", "retirée : " + each.reason()));
    attributes.put(VALID_FROM, version.published().toString());
    attributes.put(VALID_TO, version.replaced().map(Instant::toString).orElse(""));
    return new Row(
        key(revised.line(), cuts),
        version.line().map(Line::value).orElse(OptionalDouble.empty()),
        version.line().map(Line::status).orElse(ObservationStatus.MISSING),
        attributes);
  }

  /** Names of attributes, in their order. */
  List<String> attributes() {
    return Stream.concat(
            ATTRIBUTES.stream(),
            FURTHER.stream()
                .filter(each -> rows.stream().anyMatch(row -> row.attributes().containsKey(each))))
        .toList();
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
    put(attributes, method(answer, published));
    return attributes;
  }

  /** What was made in several ways declares none. */
  private static Method method(Answer answer, Published published) {
    List<Method> all =
        answer.deliveries().stream()
            .flatMap(receipt -> published.delivery(receipt).stream())
            .map(Delivery::method)
            .distinct()
            .toList();
    return all.size() == 1 ? all.getFirst() : Method.UNDECLARED;
  }

  private static void put(Map<String, String> attributes, Method method) {
    method.adjustment().ifPresent(each -> attributes.put(ADJUSTMENT, each.code()));
    method.periodRule().ifPresent(each -> attributes.put(PERIOD_RULE, each.code()));
    method.levels().ifPresent(each -> attributes.put(LEVELS, each.word()));
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
    return code.equals(TOTAL) ? "Ensemble" : names.label(dimensions.get(dimension), code);
  }

  /**
   * Address of the licence of the whole; empty where it has none, and each source tells its own.
   */
  Optional<String> licenceUri() {
    return licence.whole().map(Licence::uri);
  }

  /** Who made the figures. */
  List<String> producers() {
    return sources.stream().map(Delivery::supplier).distinct().toList();
  }

  /** Citations of all sources. */
  String citation() {
    return Stream.concat(
            sources.stream().map(Delivery::citation), origins.stream().map(Zoning.Origin::citation))
        .distinct()
        .collect(Collectors.joining(" ; "));
  }
}
