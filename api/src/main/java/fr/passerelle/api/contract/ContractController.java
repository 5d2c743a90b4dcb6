package fr.passerelle.api.contract;

import fr.passerelle.api.http.Answers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.function.Supplier;

/** The contract of the REST API as a file, for generators of clients and for tests. */
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ContractController {
  private final Answers answers;
  private final ServedContract contract;

  ContractController(Answers answers, ServedContract contract) {
    this.answers = answers;
    this.contract = contract;
  }

  /** YAML has a media type since RFC 9512. */
  @Get("/openapi.yaml")
  HttpResponse<byte[]> yaml(HttpRequest<?> request) {
    return answer(request, "application/yaml", contract::yaml);
  }

  @Get("/openapi.json")
  HttpResponse<byte[]> json(HttpRequest<?> request) {
    return answer(request, "application/json", contract::json);
  }

  private HttpResponse<byte[]> answer(
      HttpRequest<?> request, String mediaType, Supplier<byte[]> bytes) {
    return answers.answer(
        request,
        mediaType,
        "",
        snapshot -> Answers.Content.of(bytes.get()).linked("/docs", "service-doc"));
  }
}
