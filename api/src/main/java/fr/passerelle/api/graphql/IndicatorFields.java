package fr.passerelle.api.graphql;

import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.catalog.dataset.IndicatorRecords;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Method;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Portrait;
import fr.passerelle.catalog.observation.Rank;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.service.Absence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Indicators, and portraits of places; their figures are {@link FigureFields}. */
final class IndicatorFields {
  private IndicatorFields() {}

  /** An indicator in a state of what is published. */
  record Seen(Published published, Indicator indicator) {}

  /** A portrait in a state of what is published. */
  record Drawn(Published published, Portrait portrait, List<Place> compared) {}

  /** An entry of a portrait. */
  record Entry(Published published, Portrait.Entry entry) {}

  /** An indicator elsewhere. */
  record Elsewhere(Published published, Portrait.Entry entry, Line line) {}

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
            .part("figure", each -> new FigureFields.Told(each.published(), each.entry().now()))
            .part(
                "before",
                each ->
                    each.entry()
                        .before()
                        .map(line -> new FigureFields.Told(each.published(), line))
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
            .part("figure", each -> new FigureFields.Told(each.published(), each.line()))
            .part("share", each -> boxed(each.entry().share(each.line()))));
  }

  private static Fields<?> indicator() {
    return Fields.of("Indicator", Seen.class)
        .part("id", each -> NodeId.of(NodeId.Kind.INDICATOR, each.indicator().id()))
        .part("code", each -> each.indicator().id())
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
        .field("concepts", IndicatorFields::concepts)
        .field("studies", StudyLinkFields::of)
        .field("figures", FigureFields::of);
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
        .part("synthetic", Delivery::synthetic)
        .part("adjustment", each -> declared(each.method().adjustment(), Method.Adjustment::word))
        .part("periodRule", each -> declared(each.method().periodRule(), Method.PeriodRule::word))
        .part("levels", each -> declared(each.method().levels(), Method.Levels::word));
  }

  private static <T> @Nullable String declared(Optional<T> declared, Function<T, String> word) {
    return declared.map(word).orElse(null);
  }

  static FigureDesk desk(Call call) {
    return call.view().desk().figures();
  }

  /** The published concepts that its figures are cut by. */
  private static Connection concepts(Seen seen, Call call) {
    List<ConceptRef> cut = desk(call).categories().concepts(seen.indicator().id());
    List<Concept> published = call.view().concepts(cut);
    return Connection.of(
        call,
        published,
        each -> each.ref().key(),
        () ->
            Absence.of(cut.isEmpty() ? Absence.Reason.NOT_STATED : Absence.Reason.NONE_PUBLISHED));
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
    return new Seen(published, indicator(call, published, call.text("id")));
  }

  /** The indicator of that code, or of that global identifier. */
  static Indicator indicator(Call call, Published published, String id) {
    return desk(call).indicator(published, NodeId.key(NodeId.Kind.INDICATOR, id));
  }

  /** The indicator of that code, if there is one. */
  static Optional<Seen> find(Call call, String code) {
    Published published = desk(call).published("");
    return published.indicator(code).map(each -> new Seen(published, each));
  }

  /** The indicators that a study says it uses, those that are known here. */
  static List<Seen> used(Study study, Call call) {
    Published published = desk(call).published("");
    return study.content().relations().indicators().stream()
        .flatMap(word ->
            published.indicators().stream()
                .filter(each -> IndicatorRecords.isMeant(call.view().uris(), each, word)))
        .distinct()
        .map(each -> new Seen(published, each))
        .toList();
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
