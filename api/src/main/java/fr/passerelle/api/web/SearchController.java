package fr.passerelle.api.web;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.Set;

/** The page of search results. */
@Controller
final class SearchController {
  private static final int LIMIT = 20;
  private static final int LONGEST = 200;

  private final Pages pages;

  SearchController(Pages pages) {
    this.pages = pages;
  }

  @Get("/recherche")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> search(
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String q,
      @QueryValue(defaultValue = "") String vocab,
      @QueryValue(defaultValue = "") String type,
      @QueryValue(defaultValue = "") String cursor) {
    if (q.length() > LONGEST) {
      throw ProblemException.parameter("q", q, "au plus " + LONGEST + " caractères");
    }
    SearchPage.Asked asked = new SearchPage.Asked(q.strip(), vocab, type, cursor);
    return pages.answer(
        request,
        "search",
        (snapshot, t) ->
            new Pages.View(
                asked.q().isEmpty() ? t.get("search.title") : t.get("search.of", asked.q()),
                page(snapshot, asked, t),
                ""));
  }

  private static SearchPage page(Snapshot snapshot, SearchPage.Asked asked, Texts t) {
    SearchQuery query = SearchQuery.of(asked.q(), LIMIT);
    if (!asked.vocab().isEmpty()) {
      query = query.inVocabs(Set.of(vocab(snapshot, asked.vocab())));
    }
    if (!asked.type().isEmpty()) {
      query = query.ofTypes(Set.of(type(asked.type())));
    }
    try {
      Page found = snapshot.search().search(query.after(asked.cursor()));
      return SearchPage.of(snapshot, asked, query, found, t);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemType.BAD_CURSOR, "Ce curseur n'est pas de ceux que donne une page de résultats");
    }
  }

  private static String vocab(Snapshot snapshot, String id) {
    return snapshot
        .findScheme(id)
        .map(found -> found.scheme().id())
        .orElseThrow(
            () -> ProblemException.parameter("vocab", id, "le nom d'un vocabulaire publié"));
  }

  private static ConceptType type(String id) {
    return ConceptType.find(id)
        .orElseThrow(() -> ProblemException.parameter("type", id, "un type de concept connu"));
  }
}
