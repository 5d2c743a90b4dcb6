package fr.passerelle.api.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** GraphiQL over this service, with ready examples. */
@Controller
@Produces(MediaType.ALL)
final class GraphiqlController {
  /** Its style sheet holds its fonts. */
  private static final String POLICY = Pages.SCRIPTED + "; font-src data:";

  private final Pages pages;

  GraphiqlController(Pages pages) {
    this.pages = pages;
  }

  @Get("/graphiql")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> graphiql(HttpRequest<?> request) {
    return pages.answer(
        request,
        "graphiql",
        (snapshot, t) ->
            new Pages.View(
                t.get("graphiql.title"),
                new GraphiqlPage(t),
                "</graphql>; rel=\"service\"",
                POLICY));
  }
}
