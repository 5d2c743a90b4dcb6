package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Cardinality;
import fr.passerelle.vocab.service.Coverage;
import fr.passerelle.vocab.service.MappingFilter;
import fr.passerelle.vocab.service.Mappings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Correspondences, and the pairs that they state. */
final class MappingFields {
  private MappingFields() {}

  /** A side of a correspondence. */
  private record Side(String scheme, String matched, Coverage.Side coverage) {}

  /** How many pairs there are of a predicate. */
  private record Count(Predicate predicate, int count) {}

  static List<Fields<?>> all() {
    return List.of(
        correspondence(),
        author(),
        side(),
        count(),
        mapping(),
        ConnectionFields.connection("MappingConnection"),
        ConnectionFields.edge("MappingEdge").part("node", Connection.Edge::item));
  }

  private static Fields<?> correspondence() {
    return Fields.of("Correspondence", PublishedCorrespondence.class)
        .part("id", each -> each.correspondence().id())
        .field(
            "uri",
            (each, call) ->
                call.view()
                    .uris()
                    .correspondence(each.release().release().edition(), each.correspondence()))
        .part("title", each -> each.correspondence().title())
        .part("author", each -> each.correspondence().author())
        .part("method", each -> each.correspondence().method())
        .field("from", (each, call) -> from(each, call))
        .field("to", (each, call) -> to(each, call))
        .part("pairCount", each -> each.correspondence().pairs().size())
        .field("predicates", MappingFields::predicates)
        .part("source", PublishedCorrespondence::release)
        .field(
            "releases",
            (each, call) -> ChangeFields.releases(each.release().release().edition().id(), call))
        .field("mappings", MappingFields::ofCorrespondence);
  }

  private static Connection ofCorrespondence(PublishedCorrespondence by, Call call) {
    MappingFilter filter =
        new MappingFilter(
            Optional.empty(),
            Optional.empty(),
            "",
            predicate(call),
            by.correspondence().id(),
            MappingFilter.Confidence.ANY);
    boolean none = by.correspondence().pairs().isEmpty();
    return page(
        call, filter, () -> Absence.of(none ? Absence.Reason.NOT_STATED : Absence.Reason.FILTERED));
  }

  private static Side from(PublishedCorrespondence by, Call call) {
    Correspondence said = by.correspondence();
    return new Side(
        said.source(), said.versions().source(), Coverage.of(call.view().snapshot(), by).source());
  }

  private static Side to(PublishedCorrespondence by, Call call) {
    Correspondence said = by.correspondence();
    return new Side(
        said.target(), said.versions().target(), Coverage.of(call.view().snapshot(), by).target());
  }

  private static List<Count> predicates(PublishedCorrespondence by, Call call) {
    return Coverage.of(call.view().snapshot(), by).predicates().entrySet().stream()
        .map(each -> new Count(each.getKey(), each.getValue()))
        .toList();
  }

  private static Fields<?> author() {
    return Fields.of("Author", Correspondence.Author.class)
        .part("id", Correspondence.Author::id)
        .part("name", Correspondence.Author::name);
  }

  private static Fields<?> side() {
    return Fields.of("CorrespondenceSide", Side.class)
        .field("vocab", (side, call) -> scheme(side, call))
        .part("matchedRelease", side -> Text.orNull(side.matched()))
        .part("mapped", side -> side.coverage().mapped())
        .part("concepts", side -> side.coverage().concepts())
        .part("unmatched", side -> side.coverage().unmatched());
  }

  /** Ends of pairs are in schemes that are published, be it as stubs. */
  private static PublishedScheme scheme(Side side, Call call) {
    return call.view().snapshot().findScheme(side.scheme()).orElseThrow();
  }

  private static Fields<?> count() {
    return Fields.of("PredicateCount", Count.class)
        .part("value", Count::predicate)
        .part("count", Count::count);
  }

  private static Fields<?> mapping() {
    return Fields.of("Mapping", Mapping.class)
        .field("from", (each, call) -> call.view().find(each.pair().from()).orElseThrow())
        .field("to", (each, call) -> call.view().find(each.pair().to()).orElseThrow())
        .part("predicate", each -> each.pair().predicate())
        .part("inverse", Mapping::inverse)
        .part("cardinality", each -> Cardinality.of(each).sign())
        .part("confidence", each -> confidence(each.pair()))
        .part("justification", each -> each.pair().justification().curie())
        .part("correspondence", Mapping::by)
        .part("author", MappingFields::author)
        .part("reviewer", each -> Text.orNull(each.pair().note().reviewer()))
        .part("date", each -> Text.orNull(each.pair().note().date()))
        .part("release", each -> each.by().release().release().id())
        .part("comment", each -> Text.orNull(each.pair().note().comment()));
  }

  static @Nullable Double confidence(Pair pair) {
    return pair.confidence().isPresent() ? pair.confidence().getAsDouble() : null;
  }

  private static String author(Mapping mapping) {
    String author = mapping.pair().note().author();
    return author.isEmpty() ? mapping.by().correspondence().author().name() : author;
  }

  /** What correspondences say of a concept. */
  static Connection ofConcept(Concept concept, Call call) {
    Snapshot snapshot = call.view().snapshot();
    Optional<MappingFilter.End> to = Lookup.end(snapshot, call.text("to"));
    MappingFilter filter =
        new MappingFilter(
            MappingFilter.from(concept.ref()).from(),
            to,
            "",
            predicate(call),
            "",
            MappingFilter.Confidence.ANY);
    return page(
        call,
        filter,
        () ->
            filter.predicate().isPresent()
                ? Absence.of(Absence.Reason.FILTERED)
                : Absence.ofCounterparts(
                    snapshot,
                    concept,
                    each -> to.isEmpty() || each.ref().scheme().equals(to.get().scheme())));
  }

  /** Pairs of all correspondences, by whatever filters. */
  static Connection all(Call call) {
    Snapshot snapshot = call.view().snapshot();
    String scheme = call.text("scheme");
    String by = call.text("correspondence");
    MappingFilter filter =
        new MappingFilter(
            Lookup.end(snapshot, call.text("from")),
            Lookup.end(snapshot, call.text("to")),
            scheme.isEmpty() ? "" : Lookup.scheme(snapshot, scheme).scheme().id(),
            predicate(call),
            by.isEmpty() ? "" : Lookup.correspondence(snapshot, by).correspondence().id(),
            new MappingFilter.Confidence(least(call), call.isTrue("unassessed")));
    return page(call, filter, () -> Absence.of(Absence.Reason.FILTERED));
  }

  private static OptionalDouble least(Call call) {
    @Nullable Double least = call.environment().getArgument("confidence");
    if (least != null && !(least >= 0 && least <= 1)) {
      throw ProblemException.parameter("confidence", least.toString(), "un nombre de 0 à 1");
    }
    return least == null ? OptionalDouble.empty() : OptionalDouble.of(least);
  }

  private static Optional<Predicate> predicate(Call call) {
    return Optional.ofNullable(call.choice(Predicate.class, "predicate"));
  }

  private static Connection page(Call call, MappingFilter filter, Supplier<Absence> absence) {
    String after = call.after();
    try {
      Mappings page = Mappings.find(call.view().snapshot(), filter, after, call.first());
      UnaryOperator<String> signing = call.signing();
      return new Connection(
          page.items().stream()
              .map(each -> new Connection.Edge(each, Mappings.place(each), signing))
              .toList(),
          page.total(),
          !page.next().isEmpty(),
          !after.isEmpty(),
          absence);
    } catch (IllegalArgumentException e) {
      throw Cursors.refused("after", Call.OUR_CURSOR);
    }
  }

  /**
   * The correspondence of that identifier, at a release of its own where one is asked for; a {@link
   * ProblemException} names the nearest.
   */
  static Object correspondence(Call call) {
    String id = call.text("id");
    View view = call.at(id);
    return Call.in(view, Lookup.correspondence(view.snapshot(), id));
  }
}
