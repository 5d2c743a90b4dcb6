package fr.passerelle.api.http;

import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Says whether the service is alive and serves what is published. */
@Controller
final class HealthController {
  private final Vocabularies vocabularies;

  HealthController(Vocabularies vocabularies) {
    this.vocabularies = vocabularies;
  }

  /**
   * State of the service.
   *
   * @param status UP, or DEGRADED where a published release could not be read from disk
   * @param dataVersion name of the state that is served
   * @param vocabularies number of editions served
   * @param unreadable editions served in an earlier state, or not at all
   */
  @Serdeable
  record Health(String status, String dataVersion, int vocabularies, List<String> unreadable) {}

  @Get("/health")
  HttpResponse<Health> health() {
    List<String> unreadable = vocabularies.unreadable();
    Health health =
        new Health(
            unreadable.isEmpty() ? "UP" : "DEGRADED",
            vocabularies.snapshot().version(),
            vocabularies.snapshot().releases().size(),
            unreadable);
    return HttpResponse.ok(health).header("Cache-Control", "no-store");
  }
}
