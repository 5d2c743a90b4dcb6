package fr.passerelle.api.web;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.reconcile.Extension;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entities of the reconciliation service for people: a small page to be framed, and a way out. */
@Controller("/api/v1/reconcile")
@Produces(MediaType.ALL)
final class PreviewController {
  private static final int LONGEST = 300;

  /** Any page may frame it; nothing is loaded from anywhere. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final Pages pages;
  private final Answers answers;
  private final Instance instance;
  private final Vocabularies vocabularies;

  PreviewController(Pages pages, Answers answers, Instance instance, Vocabularies vocabularies) {
    this.pages = pages;
    this.answers = answers;
    this.instance = instance;
    this.vocabularies = vocabularies;
  }

  @Get("/preview")
  HttpResponse<byte[]> preview(HttpRequest<?> request, @QueryValue @Nullable String id) {
    Texts t = Texts.of(Language.of(request));
    return answers.answer(
        request,
        Pages.HTML,
        t.lang(),
        snapshot -> {
          Concept concept = find(snapshot, id);
          PreviewPage page = PreviewPage.of(snapshot, concept, instance.address(), t);
          Map<String, String> headers =
              Map.of("Content-Language", t.lang(), "Content-Security-Policy", POLICY);
          return new Answers.Content(
              pages.bytes("preview", t, new Pages.View(page.label(), page, "")), headers);
        });
  }

  /** An identifier comes percent-encoded whole: as a parameter, its slash is in nobody's way. */
  @Get("/view")
  HttpResponse<?> view(HttpRequest<?> request, @QueryValue @Nullable String id) {
    Concept concept = find(vocabularies.snapshot(), id);
    return HttpResponse.status(HttpStatus.SEE_OTHER)
        .contentLength(0)
        .header("Location", path(concept))
        .header("Cache-Control", "public, max-age=60");
  }

  /** Address of the page of a concept. */
  static String path(Concept concept) {
    return "/doc/vocab/" + concept.ref().scheme() + "/" + Uris.path(concept.code());
  }

  private Concept find(Snapshot snapshot, @Nullable String id) {
    String asked = id == null ? "" : id;
    if (asked.length() > LONGEST) {
      throw ProblemException.parameter("id", asked, LONGEST + " caractères au plus");
    }
    return new Extension(snapshot, instance.uris())
        .find(asked)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_CODE,
                "Aucune notion publiée n'a cet identifiant ; il s'écrit vocabulaire/code, par"
                    + " exemple rome-4/M1805."));
  }
}
