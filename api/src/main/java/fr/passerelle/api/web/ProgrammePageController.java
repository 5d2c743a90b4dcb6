package fr.passerelle.api.web;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.api.study.Years;
import fr.passerelle.catalog.programme.Programme;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The page of the year's programme. */
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(WorkPools.READING)
final class ProgrammePageController {
  static final String PATH = "/etudes/programme";

  private final Pages pages;
  private final Vocabularies vocabularies;
  private final Instance instance;

  ProgrammePageController(Pages pages, Vocabularies vocabularies, Instance instance) {
    this.pages = pages;
    this.vocabularies = vocabularies;
    this.instance = instance;
  }

  /** That of the present year. */
  @Get(PATH)
  HttpResponse<byte[]> programme(HttpRequest<?> request) {
    return page(request, today().getYear());
  }

  @Get(PATH + "/{year}")
  HttpResponse<byte[]> programme(HttpRequest<?> request, String year) {
    return page(request, Years.of("year", year));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private HttpResponse<byte[]> page(HttpRequest<?> request, int year) {
    return pages.studies(
        request,
        "programme",
        (catalogue, t) -> {
          var snapshot = vocabularies.snapshot();
          Programme programme =
              Programme.of(
                  catalogue, Programme.Frame.of(snapshot, instance.profile(), year, today()));
          StudyLabels labels =
              StudyLabels.of(catalogue, snapshot, instance.profile().themes(), t.lang());
          return new Pages.View(
              t.get("programme.title", year),
              ProgrammePage.of(t, programme, labels, today()),
              "<%s/%d>; rel=\"canonical\"".formatted(PATH, year));
        });
  }
}
