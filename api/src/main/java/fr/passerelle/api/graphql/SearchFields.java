package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Facets;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.Match;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.FoundCollections;
import fr.passerelle.vocab.service.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A search over labels and codes. */
final class SearchFields {
  private static final int LONGEST_TEXT = 500;

  private SearchFields() {}

  /**
   * A page of hits, whether others came before it, what makes cursors of places, why it is empty.
   */
  private record Found(
      SearchQuery query,
      Page page,
      boolean follows,
      UnaryOperator<String> signing,
      Optional<Absence> absence) {}

  /** How many concepts share something: a vocabulary, a type, a status. */
  record Count(Object value, int count) {}

  /** A hit and its place. */
  private record FoundEdge(String cursor, Hit hit) {}

  /** A hit, and all that was found with it. */
  record Suggested(Hit hit, Page among) {}

  static List<Fields<?>> all() {
    return List.of(
        Fields.of("SearchConnection", Found.class)
            .part("edges", SearchFields::edges)
            .part("pageInfo", SearchFields::info)
            .part("totalCount", found -> found.page().total())
            .part("relaxed", found -> found.page().relaxed())
            .part("interpretedAs", found -> interpretedAs(found.page()))
            .part("otherReadings", found -> found.page().reading().others())
            .part("emptyReason", found -> found.absence().map(Absence::reason).orElse(null))
            .part(
                "emptyExplanation", found -> found.absence().map(Absence::explanation).orElse(null))
            .field("collections", SearchFields::collections)
            .part("facets", found -> found.page().facets()),
        Fields.of("SearchEdge", FoundEdge.class)
            .part("cursor", FoundEdge::cursor)
            .part("score", edge -> (double) edge.hit().score())
            .part("match", edge -> edge.hit().match())
            .field("node", (edge, call) -> call.view().find(edge.hit().ref()).orElseThrow()),
        Fields.of("Suggestion", Suggested.class)
            .field("concept", (each, call) -> call.view().find(each.hit().ref()).orElseThrow())
            .part("match", each -> each.hit().match())
            .part("interpretedAs", each -> interpretedAs(each.among())),
        Fields.of("Match", Match.class)
            .part("field", Match::field)
            .part("text", match -> match.text().isEmpty() ? null : match.text()),
        Fields.of("Facets", Facets.class)
            .part("vocabs", facets -> counts(facets.vocabs()))
            .part("types", facets -> counts(facets.types()))
            .part("statuses", facets -> counts(facets.statuses())),
        count("VocabCount"),
        count("TypeCount"),
        count("StatusCount"));
  }

  private static Fields<Count> count(String type) {
    return Fields.of(type, Count.class).part("value", Count::value).part("count", Count::count);
  }

  static List<Count> counts(Map<?, Integer> counts) {
    return counts.entrySet().stream()
        .map(each -> new Count(each.getKey(), each.getValue()))
        .toList();
  }

  /**
   * What a call of {@code search} finds.
   *
   * @throws ProblemException for a vocabulary, page size or cursor that is not ours
   */
  static Object search(Call call) {
    String text = text(call);
    Set<String> vocabs = vocabs(call);
    List<ConceptType> types = call.list("type");
    List<Status> statuses = call.list("status");
    String after = call.after();
    SearchQuery query =
        SearchQuery.of(text, call.first())
            .inVocabs(vocabs)
            .ofTypes(Set.copyOf(types))
            .inStatuses(Set.copyOf(statuses))
            .after(after);
    try {
      Snapshot snapshot = call.view().snapshot();
      Page page = snapshot.search().search(query);
      Optional<Absence> absence =
          page.total() > 0 ? Optional.empty() : Optional.of(Absence.ofSearch(snapshot, query));
      return new Found(query, page, !after.isEmpty(), call.signing(), absence);
    } catch (IllegalArgumentException e) {
      throw Cursors.refused("after", Call.OUR_CURSOR);
    }
  }

  /**
   * What a call of {@code suggest} finds.
   *
   * @throws ProblemException for a vocabulary or number that is not ours
   */
  static List<Suggested> suggest(Call call) {
    List<ConceptType> types = call.list("type");
    SearchQuery query =
        Suggestions.query(text(call), vocabs(call), Set.copyOf(types), call.first());
    Page found = Suggestions.find(call.view().snapshot(), query);
    return call.explained(
        found.hits().stream().map(hit -> new Suggested(hit, found)).toList(),
        () -> Suggestions.absence(call.view().snapshot(), query));
  }

  private static @Nullable String interpretedAs(Page page) {
    return page.reading().corrected() ? page.reading().text() : null;
  }

  private static String text(Call call) {
    String text = call.text("q");
    if (text.length() > LONGEST_TEXT) {
      throw ProblemException.parameter("q", text, LONGEST_TEXT + " caractères au plus");
    }
    return text;
  }

  private static Set<String> vocabs(Call call) {
    List<String> asked = call.list("vocab");
    return asked.stream()
        .map(each -> Lookup.scheme(call.view().snapshot(), each).scheme().id())
        .collect(Collectors.toSet());
  }

  private static List<FoundEdge> edges(Found found) {
    return found.page().hits().stream()
        .map(hit -> new FoundEdge(found.signing().apply(found.page().cursor(hit)), hit))
        .toList();
  }

  private static List<PublishedCollection> collections(Found found, Call call) {
    return FoundCollections.of(call.view().snapshot(), found.query(), found.page());
  }

  private static PageInfo info(Found found) {
    List<FoundEdge> edges = edges(found);
    return new PageInfo(
        !found.page().next().isEmpty(),
        found.follows(),
        edges.isEmpty() ? null : edges.getFirst().cursor(),
        edges.isEmpty() ? null : edges.getLast().cursor());
  }
}
