package fr.passerelle.api.web;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.Tolerates;
import fr.passerelle.api.linkeddata.sparql.Example;
import fr.passerelle.api.linkeddata.sparql.SparqlDesk;
import fr.passerelle.api.linkeddata.sparql.SparqlDesk.Shown;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;

/** The page where people ask in SPARQL: a form without script, ready questions, the graphs. */
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SparqlPageController {
  private final SparqlDesk desk;
  private final Pages pages;
  private final Answers answers;
  private final Instance instance;

  SparqlPageController(SparqlDesk desk, Pages pages, Answers answers, Instance instance) {
    this.desk = desk;
    this.pages = pages;
    this.answers = answers;
    this.instance = instance;
  }

  @Get("/doc/sparql")
  @Tolerates(Tolerates.ALL)
  HttpResponse<byte[]> page(HttpRequest<?> request, @QueryValue(defaultValue = "") String query) {
    Texts t = Texts.of(Language.of(request));
    List<Example> examples = desk.examples();
    Optional<Shown> answer = Optional.empty();
    String failure = "";
    if (!query.isBlank()) {
      try {
        answer = Optional.of(desk.show(query));
      } catch (ProblemException e) {
        failure = e.detail();
      }
    }
    SparqlPage page =
        new SparqlPage(
            t,
            query.isBlank() ? examples.getFirst().query() : query,
            answer,
            failure,
            examples,
            desk.graphs(),
            instance.address());
    byte[] bytes = pages.bytes("sparql", t, new Pages.View(t.get("sparql.title"), page, ""));
    return answers.momentary(request, Pages.HTML, new Answers.Content(bytes, Pages.headers(t)));
  }
}
