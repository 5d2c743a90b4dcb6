package fr.passerelle.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** An operation that is deprecated, as none of the service is yet. */
@Controller
final class RetiringController {
  static final String PATH = "/deprecated-in-tests";

  private final Answers answers;

  RetiringController(Answers answers) {
    this.answers = answers;
  }

  @Get(PATH)
  @Retiring(since = "2027-01-01", until = "2027-12-31", successor = "/api/v1/vocabs")
  HttpResponse<byte[]> old(HttpRequest<?> request) {
    return answers.json(request, "", snapshot -> Answers.Content.of(new byte[] {'1'}));
  }
}
