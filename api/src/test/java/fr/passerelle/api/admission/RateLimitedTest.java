package fr.passerelle.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.GuardedService;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.Access;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Over HTTP: thirty points a minute for this address, which a key does not share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RateLimitedTest {
  private static final String PATH = "/api/v1/vocabs";

  private final GuardedService service;

  RateLimitedTest(@TempDir Path folder) throws IOException {
    service = new GuardedService(folder, new Access(30, 300, List.of(), Optional.empty()), 0);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  @Order(1)
  void every_answer_says_what_is_left() {
    HttpResponse<String> answer = service.get(PATH);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "RateLimit-Policy")).isEqualTo("\"anonymous\";q=30;w=60");
    assertThat(header(answer, "RateLimit")).matches("\"anonymous\";r=\\d+;t=\\d+");
    assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("29");
    assertThat(header(answer, "Access-Control-Expose-Headers"))
        .contains("RateLimit-Policy", "Retry-After");
    assertThat(header(service.get("/api/v1/rien"), "RateLimit-Remaining"))
        .as("also to what is not found")
        .isEqualTo("28");
  }

  @Test
  @Order(2)
  void what_is_beyond_is_a_problem_that_says_when_to_come_back_and_nobody_lies_its_way_past() {
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(
          service.get(
              PATH, "X-Forwarded-For", "203.0.113." + i, "Forwarded", "for=203.0.113." + i));
    }
    HttpResponse<String> last = answers.getLast();

    assertThat(answers).filteredOn(each -> each.statusCode() == 200).hasSizeBetween(20, 40);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(header(last, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(last.body()).contains("/problems/too-many-requests", "30 points par minute");
    assertThat(header(last, "Retry-After")).matches("[1-9]\\d*");
    assertThat(header(last, "RateLimit")).startsWith("\"anonymous\";r=0;t=");
    assertThat(header(last, "Access-Control-Allow-Origin"))
        .as("a page of another origin reads why")
        .isEqualTo("*");
    assertThat(service.get("/health").statusCode()).as("who watches is let in").isEqualTo(200);
  }

  @Test
  @Order(3)
  void a_key_has_points_of_its_own_and_a_false_one_has_none() {
    // Until now this address may not even have keys looked up.
    String secret = awaitKey(service.key(Scope.QUOTA, "", 0).secret());
    String own = awaitKey(service.key(Scope.QUOTA, "", 1_000).secret());

    assertThat(header(service.get(PATH, "Authorization", secret), "RateLimit-Policy"))
        .isEqualTo("\"key\";q=300;w=60");
    assertThat(header(service.get(PATH, "Authorization", own), "RateLimit-Policy"))
        .as("a quota of its own")
        .isEqualTo("\"key\";q=1000;w=60");
    assertThat(
            service
                .get(PATH, "Authorization", "Bearer psr_0123456789_" + "A".repeat(43))
                .statusCode())
        .isEqualTo(429);
  }

  /** Points come back one by one: the first that is there pays for looking the key up. */
  private String awaitKey(String secret) {
    String bearer = "Bearer " + secret;
    for (int i = 0; i < 100; i++) {
      if (service.get(PATH, "Authorization", bearer).statusCode() == 200) {
        return bearer;
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("the key is never known");
  }
}
