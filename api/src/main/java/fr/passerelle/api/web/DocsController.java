package fr.passerelle.api.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The contract for people. */
@Controller
@Produces(MediaType.ALL)
final class DocsController {
  private static final String LINKS =
      "</openapi.yaml>; rel=\"service-desc\"; type=\"application/yaml\","
          + " </openapi.json>; rel=\"service-desc\"; type=\"application/json\"";

  private final Pages pages;

  DocsController(Pages pages) {
    this.pages = pages;
  }

  @Get("/docs")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> docs(HttpRequest<?> request) {
    return pages.answer(
        request,
        "docs",
        (snapshot, t) ->
            new Pages.View(t.get("docs.title"), new DocsPage(t), LINKS, Pages.SCRIPTED));
  }
}
