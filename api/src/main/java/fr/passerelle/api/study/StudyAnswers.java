package fr.passerelle.api.study;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Json;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.StudyId;
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
  private final Studies studies;
  private final Json json;

  StudyAnswers(Vocabularies vocabularies, Instance instance, Studies studies, Json json) {
    this.studies = studies;
    this.vocabularies = vocabularies;
    this.instance = instance;
    this.json = json;
  }

  /**
   * The study that an actor names.
   *
   * @throws fr.passerelle.api.http.ProblemException where there is none for the actor
   */
  StudyId named(Actor actor, String id) {
    return FoundStudy.of(studies.catalogue().as(actor.as()), id).id();
  }

  /** What an actor sees now, what it has just written included. */
  StudyViews views(HttpRequest<?> request, Actor actor) {
    return views(studies.catalogue().as(actor.as()), Language.of(request));
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
