package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.service.Cardinality;
import fr.passerelle.vocab.service.Coverage;
import fr.passerelle.vocab.service.MappingFilter;
import fr.passerelle.vocab.service.Mappings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Correspondences, and the pairs that they state. */
final class MappingFields {
  private MappingFields() {}

  /** A side of a correspondence. */
  private record Side(String scheme, String matched, Coverage.Side coverage) {}

  /** How many pairs there are of a predicate. */
  private record Count(Predicate predicate, int count) {}

  /** A page of mappings, and whether others came before it. */
  private record Found(Mappings page, boolean follows) {}

  static List<Fields<?>> all() {
    return List.of(correspondence(), author(), side(), count(), mapping(), connection(), edge());
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
            "mappings",
            (each, call) ->
                page(
                    call,
                    new MappingFilter(
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        predicate(call),
                        each.correspondence().id(),
                        MappingFilter.Confidence.ANY)));
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
        .part("matchedRelease", side -> orNull(side.matched()))
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
        .part("reviewer", each -> orNull(each.pair().note().reviewer()))
        .part("date", each -> orNull(each.pair().note().date()))
        .part("release", each -> each.by().release().release().id())
        .part("comment", each -> orNull(each.pair().note().comment()));
  }

  static @Nullable Double confidence(Pair pair) {
    return pair.confidence().isPresent() ? pair.confidence().getAsDouble() : null;
  }

  private static String author(Mapping mapping) {
    String author = mapping.pair().note().author();
    return author.isEmpty() ? mapping.by().correspondence().author().name() : author;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Fields<?> connection() {
    return Fields.of("MappingConnection", Found.class)
        .part("edges", found -> found.page().items())
        .part("pageInfo", MappingFields::info)
        .part("totalCount", found -> found.page().total());
  }

  /** An edge is its mapping: only the cursor is its own. */
  private static Fields<?> edge() {
    return Fields.of("MappingEdge", Mapping.class)
        .field("cursor", (each, call) -> cursor(Mappings.place(each)))
        .part("node", each -> each);
  }

  private static Connection.PageInfo info(Found found) {
    List<Mapping> items = found.page().items();
    return new Connection.PageInfo(
        !found.page().next().isEmpty(),
        found.follows(),
        items.isEmpty() ? "" : cursor(Mappings.place(items.getFirst())),
        items.isEmpty() ? "" : cursor(Mappings.place(items.getLast())));
  }

  /** What correspondences say of a concept. */
  static Object ofConcept(MappingFilter filter, Call call) {
    return page(
        call,
        new MappingFilter(
            filter.from(),
            Optional.of(call.text("to"))
                .filter(to -> !to.isEmpty())
                .map(to -> Lookup.scheme(call.view().snapshot(), to).scheme().id())
                .map(to -> new MappingFilter.End(to, "")),
            "",
            predicate(call),
            "",
            MappingFilter.Confidence.ANY));
  }

  private static Optional<Predicate> predicate(Call call) {
    return Optional.ofNullable(call.choice(Predicate.class, "predicate"));
  }

  private static Found page(Call call, MappingFilter filter) {
    String after = call.text("after");
    try {
      Mappings page = Mappings.find(call.view().snapshot(), filter, plain(after), call.first());
      return new Found(page, !after.isEmpty());
    } catch (IllegalArgumentException e) {
      throw Cursor.forged(after);
    }
  }

  private static String cursor(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static String plain(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
  }

  /** The correspondence of that identifier; a {@link ProblemException} names the nearest. */
  static PublishedCorrespondence correspondence(Call call) {
    return Lookup.correspondence(call.view().snapshot(), call.text("id"));
  }
}
