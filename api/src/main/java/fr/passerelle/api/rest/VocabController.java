package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Published vocabularies and their concepts. */
@Controller("/api/v1/vocabs")
final class VocabController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;

  VocabController(Answers answers, Instance instance, Cursors cursors) {
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
  }

  @Get
  HttpResponse<byte[]> vocabs(HttpRequest<?> request) {
    return answers.json(request, "", this::vocabs);
  }

  private Answers.Content vocabs(Snapshot snapshot) {
    List<VocabView> items =
        snapshot.schemes().stream().map(each -> VocabView.of(instance.uris(), each)).toList();
    return Answers.Content.of(new PageView.Vocabs(items, items.size(), null));
  }

  @Get("/{vocab}")
  HttpResponse<byte[]> vocab(HttpRequest<?> request, @PathVariable String vocab) {
    return answers.json(
        request,
        "",
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab);
          return Answers.Content.of(VocabView.of(instance.uris(), scheme))
              .licensed(scheme.release().licence());
        });
  }

  @Get("/{vocab}/concepts/{code}")
  HttpResponse<byte[]> concept(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @PathVariable String code,
      @QueryValue Optional<String> lang) {
    String language = Language.of(request, lang.orElse(""));
    return answers.json(
        request,
        language,
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab);
          Concept concept = Lookup.concept(snapshot, scheme, code);
          ConceptView view =
              new Views(snapshot, instance.uris(), language).concept(scheme, concept);
          return Answers.Content.of(view)
              .licensed(scheme.release().licence())
              .linked(view.uri(), "canonical");
        });
  }

  @Get("/{vocab}/concepts")
  HttpResponse<byte[]> concepts(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @QueryValue Optional<String> type,
      @QueryValue Optional<String> q,
      @QueryValue Optional<Integer> limit,
      @QueryValue Optional<String> cursor,
      @QueryValue Optional<String> lang) {
    String language = Language.of(request, lang.orElse(""));
    int size = Filters.limit(limit);
    Optional<ConceptType> wanted = type.map(Filters::type);
    String text = Filters.text(q);
    String list = Filters.list(request);
    String after = cursor.map(each -> cursors.open(list, each)).orElse("");
    return answers.json(
        request,
        language,
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab);
          Views views = new Views(snapshot, instance.uris(), language);
          Part part =
              text.isEmpty()
                  ? listed(views, scheme, wanted, after, size)
                  : found(snapshot, views, scheme, wanted, text, after, size);
          String next = part.last() == null ? null : cursors.sign(list, part.last());
          return Answers.Content.of(
                  new PageView.Concepts(
                      part.items(), part.total(), next, SourceView.of(scheme.release())))
              .licensed(scheme.release().licence())
              .paged(request, next);
        });
  }

  /** A part of a list; {@code last} is where the next one begins, null at the end. */
  private record Part(List<ConceptItem> items, int total, @Nullable String last) {}

  private static Part listed(
      Views views, PublishedScheme scheme, Optional<ConceptType> type, String after, int size) {
    List<Concept> all =
        scheme.scheme().concepts().stream()
            .filter(concept -> type.isEmpty() || concept.type() == type.get())
            .toList();
    List<Concept> items = new ArrayList<>();
    boolean more = false;
    for (Concept concept : all) {
      if (items.size() == size) {
        more = true;
        break;
      }
      if (concept.code().compareTo(after) > 0) {
        items.add(concept);
      }
    }
    return new Part(
        items.stream().map(views::item).toList(), all.size(), more ? items.getLast().code() : null);
  }

  private static Part found(
      Snapshot snapshot,
      Views views,
      PublishedScheme scheme,
      Optional<ConceptType> type,
      String text,
      String after,
      int size) {
    SearchQuery query =
        SearchQuery.of(text, size)
            .inVocabs(Set.of(scheme.scheme().id()))
            .ofTypes(type.map(Set::of).orElse(Set.of()))
            .after(after);
    Page page = snapshot.search().search(query);
    return new Part(
        page.hits().stream().flatMap(views::item).toList(),
        page.total(),
        page.next().isEmpty() ? null : page.next());
  }
}
