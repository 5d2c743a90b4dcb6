package fr.passerelle.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static fr.passerelle.client.FaultProxy.busy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.passerelle.client.model.StudyForm;
import fr.passerelle.client.model.TranslationRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static FaultProxy alwaysBusy(int times) {
    return new FaultProxy(
        Collections.nCopies(times, busy(503, "0")).toArray(ResponseDefinitionBuilder[]::new));
  }

  @Test
  void passing_refusals_and_broken_connections_are_tried_again() {
    try (FaultProxy proxy =
        new FaultProxy(
            busy(503, "0"),
            busy(429, "0"),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK))) {
      assertThat(proxy.client().build().service().health().send().status()).isEqualTo("UP");
      assertThat(proxy.seen()).hasSize(5);
    }
  }

  @Test
  void no_more_than_the_client_says() {
    try (FaultProxy proxy = alwaysBusy(9)) {
      Passerelle passerelle = proxy.client().retries(2).build();

      assertThatThrownBy(() -> passerelle.service().health().send())
          .isInstanceOf(ProblemException.class);
      assertThat(proxy.seen()).hasSize(3);
    }
  }

  @Test
  void a_service_in_trouble_is_not_asked_several_times_as_much() {
    try (FaultProxy proxy = alwaysBusy(30)) {
      Passerelle passerelle = proxy.client().build();
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> passerelle.service().health().send())
            .isInstanceOf(ProblemException.class);
      }

      assertThat(proxy.seen()).hasSize(20);
    }
  }

  @Test
  void a_wait_that_is_too_long_is_left_to_the_caller() {
    try (FaultProxy proxy = new FaultProxy(busy(429, "3600"))) {
      ProblemException problem =
          catchThrowableOfType(
              ProblemException.class, () -> proxy.client().build().service().health().send());

      assertThat(problem.retryAfter()).contains(Duration.ofHours(1));
      assertThat(proxy.seen()).hasSize(1);
    }
  }

  @Test
  void a_date_is_a_wait_too() {
    try (FaultProxy proxy = new FaultProxy(busy(503, "Wed, 21 Oct 2015 07:28:00 GMT"))) {
      assertThat(proxy.client().build().service().health().send().status()).isEqualTo("UP");
    }
  }

  @Test
  void what_may_not_be_done_twice_is_sent_once() {
    TranslationRequest request =
        TranslationRequest.builder().from("rome-4").to("rome-3").codes(List.of("M1805")).build();
    try (FaultProxy proxy = new FaultProxy(busy(503, "0"))) {
      assertThatThrownBy(() -> proxy.client().build().correspondences().translate(request).send())
          .isInstanceOf(ProblemException.class);
      assertThat(proxy.seen()).hasSize(1);
    }
  }

  @Test
  void a_deposit_with_a_name_of_its_own_is_sent_again() {
    StudyForm study = StudyForm.builder().title("Les métiers du bois").build();
    try (FaultProxy proxy = new FaultProxy(busy(503, "0"))) {
      var deposit = proxy.client().build().studies().depositStudies(study).idempotencyKey("bois-1");

      assertThatThrownBy(deposit::send)
          .isInstanceOfSatisfying(
              ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(401));
      assertThat(proxy.seen())
          .extracting(request -> request.getHeader("Idempotency-Key"))
          .containsExactly("bois-1", "bois-1");
    }
  }
}
