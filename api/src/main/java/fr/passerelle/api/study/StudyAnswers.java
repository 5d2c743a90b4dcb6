package fr.passerelle.api.study;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What writing controllers answer: studies as a reader sees them now, never kept by anybody. */
@Singleton
final class StudyAnswers {
  private final Vocabularies vocabularies;
  private final Instance instance;
  private final Json json;

  StudyAnswers(Vocabularies vocabularies, Instance instance, Json json) {
    this.vocabularies = vocabularies;
    this.instance = instance;
    this.json = json;
  }

  StudyViews views(CatalogueView catalogue, String lang) {
    return new StudyViews(
        catalogue, vocabularies.snapshot(), instance, lang, LocalDate.now(ZoneOffset.UTC));
  }

  /**
   * An answer that is another one a moment later.
   *
   * @throws fr.passerelle.api.http.ProblemException NOT_ACCEPTABLE where JSON is not
   */
  HttpResponse<byte[]> unkept(HttpRequest<?> request, Object answer) {
    Negotiation.require(request, "application/json");
    return respond(HttpStatus.OK, answer);
  }

  HttpResponse<byte[]> respond(HttpStatus status, Object answer) {
    return HttpResponse.<byte[]>status(status)
        .body(json.bytes(answer))
        .contentType("application/json; charset=utf-8")
        .header("Cache-Control", "no-store");
  }
}
