package fr.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void a_service_over_the_sample_is_up() {
    HttpResponse<String> answer = RunningService.get("/health");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"UP\"").contains("\"vocabularies\":5");
  }
}
