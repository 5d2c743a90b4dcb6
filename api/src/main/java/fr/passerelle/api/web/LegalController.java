package fr.passerelle.api.web;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.release.Snapshot;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** What a public service has to say of itself, and what its problems mean. */
@Controller
@Produces(MediaType.ALL)
final class LegalController {
  private final Pages pages;

  LegalController(Pages pages) {
    this.pages = pages;
  }

  @Get("/mentions-legales")
  HttpResponse<byte[]> legal(HttpRequest<?> request) {
    return pages.answer(
        request, "legal", (snapshot, t) -> view(t.get("legal.title"), sources(snapshot, t)));
  }

  @Get("/accessibilite")
  HttpResponse<byte[]> accessibility(HttpRequest<?> request) {
    return pages.answer(request, "accessibility", (snapshot, t) -> view(t.get("access.title"), t));
  }

  @Get("/problems")
  HttpResponse<byte[]> problems(HttpRequest<?> request) {
    return pages.answer(request, "problems", (snapshot, t) -> view(t.get("problems.title"), t));
  }

  @Get("/problems/{slug}")
  HttpResponse<byte[]> problem(HttpRequest<?> request, String slug) {
    ProblemType type =
        ProblemType.find(slug)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.NOT_FOUND,
                    "Aucun problème ne s'appelle %s ; /problems les montre tous"
                        .formatted(Text.quoted(slug))));
    return pages.answer(request, "problem", (snapshot, t) -> view(type.title(t.lang()), type));
  }

  private static HomePage sources(Snapshot snapshot, Texts t) {
    return HomePage.of(snapshot, "", t);
  }

  private static Pages.View view(String title, Object model) {
    return new Pages.View(title, model, "");
  }
}
