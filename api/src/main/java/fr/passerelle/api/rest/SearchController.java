package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Facets;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Search over all that is published, from anyone's words. */
@Controller("/api/v1/search")
final class SearchController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;

  SearchController(Answers answers, Instance instance, Cursors cursors) {
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
  }

  @Get
  HttpResponse<byte[]> search(
      HttpRequest<?> request,
      @QueryValue Optional<String> q,
      @QueryValue Optional<String> vocab,
      @QueryValue Optional<String> type,
      @QueryValue Optional<String> status,
      @QueryValue Optional<Integer> limit,
      @QueryValue Optional<String> cursor,
      @QueryValue Optional<String> lang) {
    String text = Filters.text(q);
    if (text.isEmpty()) {
      throw ProblemException.parameter("q", text, "des mots ou un code à chercher");
    }
    String language = Language.of(request, lang.orElse(""));
    String list = Filters.list(request);
    SearchQuery query =
        SearchQuery.of(text, Filters.limit(limit))
            .ofTypes(type.map(Filters::type).map(Set::of).orElse(Set.of()))
            .inStatuses(status.map(Filters::status).map(Set::of).orElse(Set.of()))
            .after(cursor.map(each -> cursors.open(list, each)).orElse(""));
    return answers.json(
        request,
        language,
        snapshot -> {
          Set<String> vocabs =
              vocab.map(id -> Set.of(Lookup.scheme(snapshot, id).scheme().id())).orElse(Set.of());
          Page page = snapshot.search().search(query.inVocabs(vocabs));
          String next = page.next().isEmpty() ? null : cursors.sign(list, page.next());
          Views views = new Views(snapshot, instance.uris(), language);
          List<ConceptItem> items = page.hits().stream().flatMap(views::item).toList();
          return Answers.Content.of(
                  new PageView.Found(
                      items,
                      page.total(),
                      next,
                      page.relaxed(),
                      facets(page.facets()),
                      sources(snapshot, items)))
              .paged(request, next);
        });
  }

  private static PageView.FacetsView facets(Facets facets) {
    return new PageView.FacetsView(
        counts(facets.vocabs(), id -> id),
        counts(facets.types(), type -> type.id()),
        counts(facets.statuses(), ConceptItem::status));
  }

  /** Values of a facet, the most frequent first. */
  private static <T> List<PageView.Count> counts(
      Map<T, Integer> counts, Function<T, String> value) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<T, Integer>comparingByValue().reversed())
        .map(count -> new PageView.Count(value.apply(count.getKey()), count.getValue()))
        .toList();
  }

  private static List<SourceView> sources(Snapshot snapshot, List<ConceptItem> items) {
    return items.stream()
        .flatMap(item -> snapshot.findScheme(item.vocab()).stream())
        .map(PublishedScheme::release)
        .distinct()
        .map(SourceView::of)
        .toList();
  }
}
