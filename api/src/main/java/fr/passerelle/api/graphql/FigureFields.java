package fr.passerelle.api.graphql;

import fr.passerelle.api.figures.Naming;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.catalog.delivery.ConceptFigures;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Precision;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.Question.Cut;
import fr.passerelle.catalog.observation.Question.Periods;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.service.Absence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Figures at any places, asked for by themselves or from what they are of. */
final class FigureFields {
  /** Lines of one answer: each has many fields. */
  static final int MOST_LINES = 2_000;

  private FigureFields() {}

  /** A line in a state of what is published. */
  record Told(Published published, Line line) {}

  /** A line that counts a concept, or one that a mapping ties to the concept asked about. */
  private record OfConcept(Told told, Concept concept, Optional<Mapping> mapping) {}

  /** A category that figures are cut by. */
  private record Category(String dimension, String code) {}

  /** How much of a place has a value, of an answer. */
  private record Covered(Coverage coverage, Answer answer) {}

  /** How many of the values that were added have a status. */
  private record Count(ObservationStatus status, int count) {}

  static List<Fields<?>> all() {
    return List.of(
        figure(),
        FigureHistoryFields.version(),
        Fields.of("ConceptFigure", OfConcept.class)
            .part("figure", OfConcept::told)
            .part("concept", OfConcept::concept)
            .part("mapping", each -> each.mapping().orElse(null)),
        Fields.of("FigureCategory", Category.class)
            .part("dimension", Category::dimension)
            .part("code", Category::code)
            .field("concept", (each, call) -> concept(each, call).orElse(null)),
        Fields.of("ObservationStatusCount", Count.class)
            .part("status", Count::status)
            .part("count", Count::count),
        Fields.of("Coverage", Covered.class)
            .part("expected", each -> each.coverage().expected())
            .part("covered", each -> each.coverage().covered())
            .part("absent", each -> each.coverage().absent())
            .part("secret", each -> each.answer().secret())
            .part("estimated", each -> each.answer().estimated())
            .part("population", each -> IndicatorFields.boxed(each.coverage().population())),
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
            .part("substitute", each -> Text.orNull(each.substitute())));
  }

  private static Optional<Concept> concept(Category category, Call call) {
    return Naming.concept(category.dimension(), category.code()).flatMap(call.view()::find);
  }

  private static Optional<Covered> covered(Answer answer) {
    return answer.covered().map(coverage -> new Covered(coverage, answer));
  }

  private static Fields<?> figure() {
    return Fields.of("Figure", Told.class)
        .part(
            "indicator",
            each -> new IndicatorFields.Seen(each.published(), each.line().indicator()))
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
        .part("value", each -> IndicatorFields.boxed(each.line().value()))
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
        .part(
            "licence",
            each -> each.published().dashboard().licence(each.line()).whole().orElse(null))
        .field("history", FigureHistoryFields::history)
        .part("grain", each -> each.line().answer() instanceof Answer.Sum sum ? sum.grain() : null)
        .part("coverage", each -> covered(each.line().answer()).orElse(null))
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
        .part("value", each -> IndicatorFields.boxed(each.value()))
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

  /** Figures of several indicators. */
  static Object figures(Call call) {
    Published published = IndicatorFields.desk(call).published(call.text("asOf"));
    List<Indicator> indicators = indicators(call, published);
    String updatedAfter = call.text("updatedAfter");
    return call.atPlaces(drawn -> {
      Question question = question(call, published, indicators, drawn);
      return updatedAfter.isEmpty()
          ? told(call, published, question)
          : IndicatorFields.desk(call)
              .revised(published, question, updatedAfter, MOST_LINES)
              .stream()
              .map(each -> new Told(published, each.line()))
              .toList();
    });
  }

  /** Figures of one indicator. */
  static Object of(IndicatorFields.Seen seen, Call call) {
    return call.atPlaces(drawn ->
        told(
            call,
            seen.published(),
            question(call, seen.published(), List.of(seen.indicator()), drawn)));
  }

  /** Figures at one place. */
  static Object of(Place place, Call call) {
    Published published = IndicatorFields.desk(call).published("");
    return told(
        call,
        published,
        new Question(indicators(call, published), List.of(place), periods(call), cut(call)));
  }

  /** Figures of one concept, and of those that published correspondences tie to it. */
  static Object of(Concept concept, Call call) {
    ConceptFigures known =
        new ConceptFigures(call.view().snapshot(), IndicatorFields.desk(call).categories());
    List<ConceptFigures.Counted> all = known.of(concept);
    Published published = IndicatorFields.desk(call).published("");
    List<Indicator> wanted = indicators(call, published);
    List<ConceptFigures.Counted> counted =
        all.stream()
            .filter(each -> wanted.isEmpty() || wanted.contains(each.cut().indicator()))
            .toList();
    if (counted.isEmpty()) {
      return call.explained(
          List.of(),
          () -> all.isEmpty() ? known.absence(concept) : Absence.of(Absence.Reason.FILTERED));
    }
    return call.atPlaces(drawn -> of(counted, places(call, published, drawn), published, call));
  }

  private static List<OfConcept> of(
      List<ConceptFigures.Counted> counted, List<Place> places, Published published, Call call) {
    FigureDesk desk = IndicatorFields.desk(call);
    List<OfConcept> figures = new ArrayList<>();
    for (ConceptFigures.Counted each : counted) {
      Optional<Concept> concept = call.view().find(each.concept());
      if (concept.isPresent()) {
        Question question =
            new Question(
                List.of(each.cut().indicator()),
                places,
                periods(call),
                new Cut.By(each.cut().categories()));
        desk.lines(published, question, MOST_LINES - figures.size())
            .forEach(line ->
                figures.add(
                    new OfConcept(new Told(published, line), concept.get(), each.mapping())));
      }
    }
    return figures;
  }

  private static List<Indicator> indicators(Call call, Published published) {
    return call.<String>list("indicators").stream()
        .map(id -> IndicatorFields.indicator(call, published, id))
        .distinct()
        .toList();
  }

  private static List<Told> told(Call call, Published published, Question question) {
    return IndicatorFields.desk(call).lines(published, question, MOST_LINES).stream()
        .map(line -> new Told(published, line))
        .toList();
  }

  private static Question question(
      Call call, Published published, List<Indicator> indicators, Function<String, Place> drawn) {
    return new Question(indicators, places(call, published, drawn), periods(call), cut(call));
  }

  private static List<Place> places(Call call, Published published, Function<String, Place> drawn) {
    return IndicatorFields.desk(call)
        .places(
            published,
            new FigureDesk.Where(
                call.list("territories"),
                call.list("perimeters"),
                call.text("each"),
                call.text("within")),
            drawn);
  }

  private static Periods periods(Call call) {
    return IndicatorFields.desk(call).periods(call.text("period"));
  }

  private static Cut cut(Call call) {
    return IndicatorFields.desk(call).cut(call.text("categories"));
  }
}
