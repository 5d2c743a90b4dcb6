package fr.passerelle.api.graphql;

import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.catalog.dataset.IndicatorRecords;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Portrait;
import fr.passerelle.catalog.observation.Precision;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.Rank;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.service.Absence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Indicators, their figures at any place, and portraits of places. */
final class IndicatorFields {
  /** Lines of one answer: each has many fields. */
  static final int MOST_LINES = 2_000;

  private static final String ROME_SKILL = "competence-rome";

  private IndicatorFields() {}

  /** An indicator in a state of what is published. */
  record Seen(Published published, Indicator indicator) {}

  /** A line in a state of what is published. */
  record Told(Published published, Line line) {}

  /** A portrait in a state of what is published. */
  record Drawn(Published published, Portrait portrait, List<Place> compared) {}

  /** An entry of a portrait. */
  record Entry(Published published, Portrait.Entry entry) {}

  /** An indicator elsewhere. */
  record Elsewhere(Published published, Portrait.Entry entry, Line line) {}

  /** A category that figures are cut by. */
  record Category(String dimension, String code) {}

  /** How many of the values that were added have a status. */
  record Count(ObservationStatus status, int count) {}

  static List<Fields<?>> all() {
    return List.of(
        indicator(),
        ConnectionFields.connection("IndicatorConnection"),
        ConnectionFields.edge("IndicatorEdge").part("node", Connection.Edge::item),
        Fields.of("Measure", Measure.class)
            .part("kind", Measure::kind)
            .part("adds", each -> each.adds().stream().sorted().toList())
            .part("numerator", each -> nullable(each.numerator()))
            .part("denominator", each -> nullable(each.denominator()))
            .part("factor", Measure::factor)
            .part("substitute", each -> nullable(each.substitute())),
        source(),
        figure(),
        FigureHistoryFields.version(),
        Fields.of("FigureCategory", Category.class)
            .part("dimension", Category::dimension)
            .part("code", Category::code)
            .field("concept", (each, call) -> skill(each, call).orElse(null)),
        Fields.of("ObservationStatusCount", Count.class)
            .part("status", Count::status)
            .part("count", Count::count),
        Fields.of("Coverage", Coverage.class)
            .part("expected", Coverage::expected)
            .part("covered", Coverage::covered)
            .part("absent", Coverage::absent)
            .part("population", each -> boxed(each.population())),
        Fields.of("Precision", Precision.class)
            .part("halfWidth", Precision::halfWidth)
            .part("marked", each -> Math.toIntExact(each.marked()))
            .part("cut", Precision::cut)
            .part("credit", each -> Precision.CREDIT),
        observation(),
        Fields.of("Refusal", Answer.Refusal.class)
            .part("reason", Answer.Refusal::reason)
            .part("explanation", Answer.Refusal::explanation)
            .part("nearest", Answer.Refusal::nearest)
            .part("within", each -> each.within().stream().map(Territory::toString).toList())
            .part("substitute", each -> nullable(each.substitute())),
        Fields.of("Portrait", Drawn.class)
            .part("place", each -> each.portrait().place().code())
            .part("name", each -> each.portrait().place().name())
            .part("comparisons", each -> each.compared().stream().map(Place::code).toList())
            .part(
                "entries",
                each ->
                    each.portrait().entries().stream()
                        .map(entry -> new Entry(each.published(), entry))
                        .toList()),
        Fields.of("PortraitEntry", Entry.class)
            .part("indicator", each -> new Seen(each.published(), each.entry().now().indicator()))
            .part("figure", each -> new Told(each.published(), each.entry().now()))
            .part(
                "before",
                each ->
                    each.entry()
                        .before()
                        .map(line -> new Told(each.published(), line))
                        .orElse(null))
            .part("growth", each -> boxed(each.entry().growth()))
            .part(
                "rank",
                each -> Rank.of(each.published().dashboard(), each.entry().now()).orElse(null))
            .part(
                "elsewhere",
                each ->
                    each.entry().elsewhere().stream()
                        .map(line -> new Elsewhere(each.published(), each.entry(), line))
                        .toList()),
        Fields.of("Rank", Rank.class)
            .part("zoning", Rank::zoning)
            .part(
                "position", each -> each.position().isPresent() ? each.position().getAsInt() : null)
            .part("ties", Rank::ties)
            .part("ranked", Rank::ranked)
            .part("peers", Rank::peers)
            .part("explanation", each -> nullable(each.explanation())),
        Fields.of("PortraitComparison", Elsewhere.class)
            .part("figure", each -> new Told(each.published(), each.line()))
            .part("share", each -> boxed(each.entry().share(each.line()))));
  }

  private static Fields<?> indicator() {
    return Fields.of("Indicator", Seen.class)
        .part("id", each -> each.indicator().id())
        .part("version", each -> each.indicator().version())
        .part("title", each -> each.indicator().title())
        .part("definition", each -> each.indicator().definition())
        .part("theme", each -> each.indicator().theme())
        .part("question", each -> each.indicator().question())
        .part("unit", each -> each.indicator().unit())
        .part("decimals", each -> each.indicator().decimals())
        .part("producer", each -> each.indicator().producer())
        .part("headline", each -> each.indicator().headline())
        .part("measure", each -> each.indicator().measure())
        .part("notes", each -> each.indicator().notes())
        .part(
            "periods",
            each ->
                new TreeSet<>(
                        each.published().dashboard().cells(each.indicator()).stream()
                            .map(Cell::period)
                            .toList())
                    .stream().map(Period::toString).toList())
        .part(
            "zonings", each -> List.copyOf(each.published().dashboard().zonings(each.indicator())))
        .field(
            "dataset",
            (each, call) ->
                each.published().dashboard().cells(each.indicator()).isEmpty()
                    ? null
                    : IndicatorRecords.name(call.view().uris(), each.indicator()))
        .part("sources", each -> each.published().of(each.indicator()))
        .field("figures", (each, call) -> told(call, each.published(), List.of(each.indicator())));
  }

  /** Codes of that dimension are codes of ROME. */
  private static Optional<Concept> skill(Category category, Call call) {
    return category.dimension().equals(ROME_SKILL)
        ? call.view().find(new ConceptRef("rome-4", category.code()))
        : Optional.empty();
  }

  private static Fields<?> source() {
    return Fields.of("FigureSource", Delivery.class)
        .part("receipt", Delivery::receipt)
        .part("series", Delivery::series)
        .part("producer", Delivery::supplier)
        .part("modified", each -> each.dated().toString())
        .part("received", each -> each.acceptedAt().toString())
        .part("licence", each -> each.licence().map(Licence::uri).orElseThrow())
        .part("citation", Delivery::citation)
        .part("vintage", Delivery::vintage)
        .part("sample", Delivery::sample)
        .part("synthetic", Delivery::synthetic);
  }

  private static Fields<?> figure() {
    return Fields.of("Figure", Told.class)
        .part("indicator", each -> new Seen(each.published(), each.line().indicator()))
        .part("place", each -> each.line().place().code())
        .part("placeName", each -> each.line().place().name())
        .part("period", each -> each.line().cell().period().toString())
        .part("timePeriod", each -> each.line().cell().period().timePeriod())
        .part(
            "categories",
            each ->
                each.line().cell().categories().values().entrySet().stream()
                    .map(entry -> new Category(entry.getKey(), entry.getValue()))
                    .toList())
        .part("value", each -> boxed(each.line().value()))
        .part("unit", each -> each.line().indicator().unit())
        .part("status", each -> each.line().status())
        .part("statuses", each -> counts(each.line().answer().statuses()))
        .part(
            "numerator",
            each ->
                each.line().answer() instanceof Answer.Quotient quotient
                    ? quotient.numerator()
                    : null)
        .part(
            "denominator",
            each ->
                each.line().answer() instanceof Answer.Quotient quotient
                    ? quotient.denominator()
                    : null)
        .part(
            "minuend",
            each ->
                each.line().answer() instanceof Answer.Difference difference
                    ? difference.minuend()
                    : null)
        .part(
            "subtrahend",
            each ->
                each.line().answer() instanceof Answer.Difference difference
                    ? difference.subtrahend()
                    : null)
        .part("synthetic", each -> Delivery.isSynthetic(each.line().answer()))
        .field("history", FigureHistoryFields::history)
        .part("grain", each -> each.line().answer() instanceof Answer.Sum sum ? sum.grain() : null)
        .part("coverage", each -> each.line().answer().covered().orElse(null))
        .part(
            "precision",
            each ->
                each.line().answer().precision().isProtected()
                    ? each.line().answer().precision()
                    : null)
        .part(
            "observations",
            each ->
                each.line().answer() instanceof Answer.Published published
                    ? published.observations()
                    : List.of())
        .part("refusal", each -> each.line().answer() instanceof Answer.Refusal no ? no : null)
        .part(
            "sources",
            each ->
                each.line().answer().deliveries().stream()
                    .flatMap(receipt -> each.published().delivery(receipt).stream())
                    .toList());
  }

  private static Fields<?> observation() {
    return Fields.of("Observation", Observation.class)
        .part("territory", each -> each.territory().toString())
        .part("value", each -> boxed(each.value()))
        .part("status", Observation::status)
        .part("qualifier", each -> each.wording().qualifier())
        .part("footnotes", each -> each.wording().footnotes())
        .part("source", each -> each.wording().source())
        .part("citation", each -> each.wording().citation())
        .part("delivery", Observation::delivery);
  }

  private static List<Count> counts(Map<ObservationStatus, Integer> statuses) {
    return statuses.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new Count(each.getKey(), each.getValue()))
        .toList();
  }

  static FigureDesk desk(Call call) {
    return call.view().desk().figures();
  }

  /** Indicators by words and theme. */
  static Object list(Call call) {
    Published published = desk(call).published("");
    @Nullable Boolean headline = call.environment().getArgument("headline");
    List<Seen> found =
        desk(call)
            .find(
                published,
                call.text("q"),
                call.text("theme"),
                headline == null ? "" : headline.toString())
            .stream()
            .map(each -> new Seen(published, each))
            .toList();
    return Connection.of(
        call, found, each -> each.indicator().id(), () -> Absence.of(Absence.Reason.FILTERED));
  }

  /** An indicator by its code. */
  static Object one(Call call) {
    Published published = desk(call).published("");
    return new Seen(published, desk(call).indicator(published, call.text("id")));
  }

  /** Figures of several indicators. */
  static Object figures(Call call) {
    Published published = desk(call).published(call.text("asOf"));
    List<Indicator> indicators = new ArrayList<>();
    for (String id : call.<String>list("indicators")) {
      indicators.add(desk(call).indicator(published, id));
    }
    String updatedAfter = call.text("updatedAfter");
    return updatedAfter.isEmpty()
        ? told(call, published, indicators)
        : desk(call)
            .revised(published, question(call, published, indicators), updatedAfter, MOST_LINES)
            .stream()
            .map(each -> new Told(published, each.line()))
            .toList();
  }

  private static List<Told> told(Call call, Published published, List<Indicator> indicators) {
    return desk(call).lines(published, question(call, published, indicators), MOST_LINES).stream()
        .map(line -> new Told(published, line))
        .toList();
  }

  private static Question question(Call call, Published published, List<Indicator> indicators) {
    FigureDesk desk = desk(call);
    List<Place> places =
        desk.places(
            published,
            new FigureDesk.Where(
                call.list("territories"),
                call.list("perimeters"),
                call.text("each"),
                call.text("within")));
    return new Question(
        indicators, places, desk.periods(call.text("period")), desk.cut(call.text("categories")));
  }

  /** The portrait of a place. */
  static Object portrait(Call call) {
    FigureDesk desk = desk(call);
    Published published = desk.published(call.text("asOf"));
    Place place =
        desk.places(
                published,
                new FigureDesk.Where(given(call, "territory"), given(call, "perimeter"), "", ""))
            .getFirst();
    List<String> compare = call.list("compare");
    List<Place> compared =
        compare.isEmpty()
            ? desk.usualComparisons(published, place)
            : desk.places(published, new FigureDesk.Where(compare, List.of(), "", ""));
    List<Indicator> indicators =
        desk.find(published, "", call.text("theme"), call.isTrue("all") ? "" : "true");
    return new Drawn(
        published, Portrait.of(published.dashboard(), indicators, place, compared), compared);
  }

  private static List<String> given(Call call, String name) {
    String value = call.text(name);
    return value.isEmpty() ? List.of() : List.of(value);
  }

  static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static @Nullable String nullable(String text) {
    return text.isEmpty() ? null : text;
  }
}
