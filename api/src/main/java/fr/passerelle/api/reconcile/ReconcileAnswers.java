package fr.passerelle.api.reconcile;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Answers.Content;
import fr.passerelle.api.http.Form;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.vocab.CombinedLicence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.reconcile.Candidate;
import fr.passerelle.vocab.reconcile.EntityType;
import fr.passerelle.vocab.reconcile.Extension;
import fr.passerelle.vocab.reconcile.Properties;
import fr.passerelle.vocab.reconcile.Question;
import fr.passerelle.vocab.reconcile.Reconciler;
import fr.passerelle.vocab.reconcile.TypeList;
import fr.passerelle.vocab.reconcile.UnanswerableException;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers of a reconciliation service, over all vocabularies or one of them. */
@Singleton
final class ReconcileAnswers {
  private static final List<String> FIELDS = List.of("queries", "extend");

  private final Answers answers;
  private final Instance instance;
  private final Json json;

  ReconcileAnswers(Answers answers, Instance instance, Json json) {
    this.answers = answers;
    this.instance = instance;
    this.json = json;
  }

  /** The manifest, or the answer to what the address asks. */
  HttpResponse<byte[]> get(
      HttpRequest<?> request,
      Optional<String> vocab,
      @Nullable String queries,
      @Nullable String extend) {
    if (queries == null && extend == null) {
      return answers.json(
          request, "", snapshot -> sourced(snapshot, vocab, manifest(snapshot, vocab)));
    }
    Asked asked = asked(Optional.ofNullable(queries), Optional.ofNullable(extend));
    String lang = Language.of(request);
    return answers.json(
        request,
        lang,
        snapshot -> sourced(snapshot, vocab, asked.answer(this, snapshot, vocab, lang)));
  }

  /** The answer to what a form asks. */
  HttpResponse<byte[]> post(
      HttpRequest<?> request, Optional<String> vocab, byte @Nullable [] body) {
    Form form = Form.of(request, body, FIELDS);
    Asked asked = asked(form.find("queries"), form.find("extend"));
    String lang = Language.of(request);
    return answers.made(
        request, snapshot -> sourced(snapshot, vocab, asked.answer(this, snapshot, vocab, lang)));
  }

  /** What is asked: one of the two. */
  private sealed interface Asked {
    Object answer(ReconcileAnswers by, Snapshot snapshot, Optional<String> vocab, String lang);

    record Queries(Batch batch) implements Asked {
      @Override
      public Object answer(
          ReconcileAnswers by, Snapshot snapshot, Optional<String> vocab, String lang) {
        return by.results(snapshot, scheme(snapshot, vocab), batch, lang);
      }
    }

    record Columns(Extend extend) implements Asked {
      @Override
      public Object answer(
          ReconcileAnswers by, Snapshot snapshot, Optional<String> vocab, String lang) {
        scheme(snapshot, vocab);
        return by.extension(snapshot, extend, lang);
      }
    }
  }

  private Asked asked(Optional<String> queries, Optional<String> extend) {
    if (queries.isPresent() == extend.isPresent()) {
      throw new ProblemException(
          ProblemType.BAD_PARAMETER,
          "Donner queries ou extend, un seul des deux.",
          new Problem.Detail("queries", "queries ou extend, un seul des deux"));
    }
    return queries.isPresent()
        ? new Asked.Queries(Batch.of(json.tree("queries", bytes(queries.get()))))
        : new Asked.Columns(Extend.of(json.tree("extend", bytes(extend.orElseThrow()))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<PublishedScheme> scheme(Snapshot snapshot, Optional<String> vocab) {
    return vocab.map(each -> Lookup.scheme(snapshot, each));
  }

  private ReconciliationManifest manifest(Snapshot snapshot, Optional<String> vocab) {
    Optional<PublishedScheme> scheme = scheme(snapshot, vocab);
    String region = instance.profile().region().name();
    String what =
        scheme
            .map(each -> each.scheme().title() + " (" + each.scheme().id() + ")")
            .orElse("tous les référentiels");
    String path =
        scheme
            .map(each -> "/api/v1/vocabs/" + each.scheme().id() + "/reconcile")
            .orElse("/api/v1/reconcile");
    List<TypeView> types =
        new TypeList(snapshot, scheme).usual().stream().map(TypeView::of).toList();
    return ReconciliationManifest.of(
        instance.address(),
        path,
        "Passerelle " + region + " : " + what,
        uris().nationalBase() + "/id/vocab/",
        types);
  }

  private Uris uris() {
    return instance.uris();
  }

  private Map<String, ResultView> results(
      Snapshot snapshot, Optional<PublishedScheme> scheme, Batch batch, String lang) {
    Reconciler reconciler =
        new Reconciler(snapshot, uris(), scheme, new Properties(snapshot, uris()));
    Map<String, ResultView> results = new LinkedHashMap<>();
    batch
        .items()
        .forEach((key, item) -> results.put(key, result(snapshot, reconciler, key, item, lang)));
    return results;
  }

  private static ResultView result(
      Snapshot snapshot, Reconciler reconciler, String key, Batch.Item item, String lang) {
    if (item.question().isEmpty()) {
      return refused(item.pointer(), item.rule());
    }
    try {
      Question question = item.question().get();
      List<Candidate> found = reconciler.answer(question);
      return new ResultView(
          found.stream().map(each -> ResultView.of(snapshot, each, lang)).toList(), null);
    } catch (UnanswerableException e) {
      return refused(Batch.pointer(key) + "/" + e.member(), e.rule());
    }
  }

  private static ResultView refused(String pointer, String rule) {
    return new ResultView(List.of(), new Problem.Detail(pointer, rule));
  }

  private ExtensionView extension(Snapshot snapshot, Extend extend, String lang) {
    List<Extension.Column> columns = extend.columns(new Properties(snapshot, uris()));
    try {
      return ExtensionView.of(snapshot, new Extension(snapshot, uris()), extend, columns, lang);
    } catch (UnanswerableException e) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, e.rule(), new Problem.Detail("/" + e.member(), e.rule()));
    }
  }

  /** Entities that somebody may be typing, by pages of {@link Paging}. */
  HttpResponse<byte[]> entities(
      HttpRequest<?> request,
      Optional<String> vocab,
      @Nullable String prefix,
      @Nullable String cursor,
      @Nullable String type) {
    String typed = Paging.prefix(prefix);
    int skip = Paging.cursor(cursor);
    String lang = Language.of(request);
    return cached(
        request,
        vocab,
        lang,
        snapshot -> {
          Optional<PublishedScheme> scheme = scheme(snapshot, vocab);
          Reconciler reconciler =
              new Reconciler(snapshot, uris(), scheme, new Properties(snapshot, uris()));
          return new SuggestView.Entities(
              reconciler.typed(typed, Paging.type(snapshot, type), skip, Paging.SIZE).stream()
                  .map(each -> SuggestView.entity(snapshot, each, lang))
                  .toList());
        });
  }

  /** Types, by pages. */
  HttpResponse<byte[]> types(
      HttpRequest<?> request,
      Optional<String> vocab,
      @Nullable String prefix,
      @Nullable String cursor) {
    String typed = Paging.prefix(prefix);
    int skip = Paging.cursor(cursor);
    return cached(
        request,
        vocab,
        "",
        snapshot ->
            new SuggestView.Types(
                new TypeList(snapshot, scheme(snapshot, vocab))
                    .typed(typed).stream()
                        .skip(skip)
                        .limit(Paging.SIZE)
                        .map(TypeView::of)
                        .toList()));
  }

  /** Properties, by pages. */
  HttpResponse<byte[]> properties(
      HttpRequest<?> request,
      Optional<String> vocab,
      @Nullable String prefix,
      @Nullable String cursor) {
    String typed = Paging.prefix(prefix);
    int skip = Paging.cursor(cursor);
    String lang = Language.of(request);
    return cached(
        request,
        vocab,
        lang,
        snapshot -> {
          scheme(snapshot, vocab);
          return new SuggestView.Properties(
              new Properties(snapshot, uris())
                  .typed(typed).stream()
                      .skip(skip)
                      .limit(Paging.SIZE)
                      .map(each -> SuggestView.property(each, lang))
                      .toList());
        });
  }

  /** Properties that entities of a type have. */
  HttpResponse<byte[]> proposal(
      HttpRequest<?> request,
      Optional<String> vocab,
      @Nullable String type,
      @Nullable String limit) {
    int most = Paging.limit(limit);
    String lang = Language.of(request);
    return cached(
        request,
        vocab,
        lang,
        snapshot -> {
          Optional<EntityType> wanted = Paging.type(snapshot, type);
          return new SuggestView.Proposal(
              new Properties(snapshot, uris())
                  .of(wanted, scheme(snapshot, vocab)).stream()
                      .limit(most)
                      .map(each -> SuggestView.property(each, lang))
                      .toList(),
              type == null ? "" : type,
              most);
        });
  }

  private HttpResponse<byte[]> cached(
      HttpRequest<?> request,
      Optional<String> vocab,
      String variant,
      Function<Snapshot, Object> view) {
    return answers.json(
        request, variant, snapshot -> sourced(snapshot, vocab, view.apply(snapshot)));
  }

  /** The specification leaves no room in the body: headers say whose the answer is. */
  private static Content sourced(Snapshot snapshot, Optional<String> vocab, Object body) {
    Optional<PublishedScheme> scheme = scheme(snapshot, vocab);
    List<PublishedRelease> releases =
        scheme.map(each -> List.of(each.release())).orElseGet(snapshot::releases);
    return Content.of(body)
        .licensed(
            CombinedLicence.of(
                releases.stream().map(PublishedRelease::licence).distinct().toList()))
        .linked(
            "/api/v1/vocabs" + scheme.map(each -> "/" + each.scheme().id()).orElse(""),
            "describedby");
  }
}
