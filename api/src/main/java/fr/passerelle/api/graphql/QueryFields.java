package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Followed;
import java.util.List;
import java.util.stream.Stream;

/** The entries of the graph. */
final class QueryFields {
  private QueryFields() {}

  static List<Fields<?>> all() {
    return List.of(
        Fields.of("Query", View.class)
            .field("vocabs", (view, call) -> vocabs(view))
            .field("vocab", (view, call) -> vocab(call))
            .field("concept", (view, call) -> concept(call))
            .field("node", (view, call) -> Nodes.find(call))
            .field("search", (view, call) -> SearchFields.search(call))
            .field("suggest", (view, call) -> SearchFields.suggest(call))
            .field(
                "correspondences",
                (view, call) ->
                    call.explained(
                        view.snapshot().correspondences(),
                        () -> Absence.of(Absence.Reason.NONE_PUBLISHED)))
            .field("correspondence", (view, call) -> MappingFields.correspondence(call))
            .field("collections", (view, call) -> CollectionFields.list(call))
            .field("collection", (view, call) -> CollectionFields.collection(call))
            .field("translate", (view, call) -> ServiceFields.translate(call))
            .field("lookup", (view, call) -> ServiceFields.lookup(call))
            .field("paths", (view, call) -> ServiceFields.paths(call))
            .field("mappings", (view, call) -> MappingFields.all(call))
            .field("changes", (view, call) -> ChangeFields.changes(call))
            .field("diff", (view, call) -> ChangeFields.diff(call))
            .field("quality", (view, call) -> QualityFields.quality(call))
            .field("studies", (view, call) -> StudySearchFields.search(call))
            .field("study", (view, call) -> StudyFields.one(call))
            .field("producers", (view, call) -> StudyFields.producers(call))
            .field("producer", (view, call) -> StudyFields.producer(call))
            .field("series", (view, call) -> StudyFields.catalogue(call).series())
            .field("studyOverlaps", (view, call) -> StudyFields.overlaps(call))
            .field("programme", (view, call) -> ProgrammeFields.programme(call))
            .field("followUp", (view, call) -> ProgrammeFields.followUp(call))
            .field("reuses", (view, call) -> ProgrammeFields.reuses(call))
            .field("territories", (view, call) -> TerritoryFields.list(call))
            .field("territory", (view, call) -> TerritoryFields.one(call))
            .field("perimeter", (view, call) -> TerritoryFields.perimeter(call))
            .field("indicators", (view, call) -> IndicatorFields.list(call))
            .field("indicator", (view, call) -> IndicatorFields.one(call))
            .field("figures", (view, call) -> FigureFields.figures(call))
            .field("portrait", (view, call) -> IndicatorFields.portrait(call)));
  }

  /** Editions that only join others come last: they have releases and pairs, no concepts. */
  private static List<PublishedScheme> vocabs(View view) {
    return Stream.concat(
            view.snapshot().schemes().stream(),
            Followed.editionsWithoutScheme(view.snapshot()).stream()
                .map(id -> Lookup.vocabulary(view.snapshot(), id)))
        .toList();
  }

  private static Object vocab(Call call) {
    View view = call.at(call.text("id"));
    return Call.in(view, Lookup.vocabulary(view.snapshot(), call.text("id")));
  }

  private static Object concept(Call call) {
    View view = call.at(call.text("vocab"));
    return Call.in(
        view,
        Lookup.concept(
            view.snapshot(),
            Lookup.scheme(view.snapshot(), call.text("vocab")),
            call.text("code")));
  }
}
