package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.search.Facets;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.Match;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.service.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A search over labels and codes. */
final class SearchFields {
  private static final int LONGEST_TEXT = 500;

  private SearchFields() {}

  /** A page of hits, whether others came before it, and what makes cursors of places. */
  private record Found(Page page, boolean follows, UnaryOperator<String> signing) {}

  /** How many concepts share something: a vocabulary, a type, a status. */
  record Count(Object value, int count) {}

  /** A hit and its place. */
  private record FoundEdge(String cursor, Hit hit) {}

  static List<Fields<?>> all() {
    return List.of(
        Fields.of("SearchConnection", Found.class)
            .part("edges", SearchFields::edges)
            .part("pageInfo", SearchFields::info)
            .part("totalCount", found -> found.page().total())
            .part("relaxed", found -> found.page().relaxed())
            .part("facets", found -> found.page().facets()),
        Fields.of("SearchEdge", FoundEdge.class)
            .part("cursor", FoundEdge::cursor)
            .part("score", edge -> (double) edge.hit().score())
            .part("match", edge -> edge.hit().match())
            .field("node", (edge, call) -> call.view().find(edge.hit().ref()).orElseThrow()),
        Fields.of("Suggestion", Hit.class)
            .field("concept", (hit, call) -> call.view().find(hit.ref()).orElseThrow())
            .part("match", Hit::match),
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
      return new Found(
          call.view().snapshot().search().search(query), !after.isEmpty(), call.signing());
    } catch (IllegalArgumentException e) {
      throw Cursors.refused("after", Call.OUR_CURSOR);
    }
  }

  /**
   * What a call of {@code suggest} finds.
   *
   * @throws ProblemException for a vocabulary or number that is not ours
   */
  static List<Hit> suggest(Call call) {
    List<ConceptType> types = call.list("type");
    return Suggestions.find(
        call.view().snapshot(), text(call), vocabs(call), Set.copyOf(types), call.first());
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

  private static PageInfo info(Found found) {
    List<FoundEdge> edges = edges(found);
    return new PageInfo(
        !found.page().next().isEmpty(),
        found.follows(),
        edges.isEmpty() ? null : edges.getFirst().cursor(),
        edges.isEmpty() ? null : edges.getLast().cursor());
  }
}
