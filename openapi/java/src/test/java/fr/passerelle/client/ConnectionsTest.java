package fr.passerelle.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.client.model.Health;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
  private static final int LONG = 20_000;

  @Test
  void the_client_says_who_it_is_and_takes_compressed_answers() {
    try (FaultProxy proxy = new FaultProxy()) {
      Passerelle passerelle = proxy.client().application("portail/2.1").build();

      assertThat(passerelle.vocabularies().listVocabs().answer().headers().map())
          .containsKey("content-encoding");
      assertThat(passerelle.vocabularies().listVocabs().send().total()).isPositive();
      assertThat(proxy.seen().get(0).getHeader("User-Agent"))
          .isEqualTo("portail/2.1 passerelle-java/0.1.0");
      assertThat(proxy.seen().get(0).getHeader("Accept-Encoding")).isEqualTo("gzip");
    }
  }

  @Test
  void an_answer_that_is_too_late_is_not_waited_for() {
    try (FaultProxy proxy = new FaultProxy(aResponse().withFixedDelay(LONG))) {
      var health = proxy.client().build().service().health().timeout(Duration.ofMillis(200));
      UnreachableException late = catchThrowableOfType(UnreachableException.class, health::send);

      assertThat(late.isTimeout()).isTrue();
      assertThat(proxy.seen()).hasSize(1);
    }
  }

  @Test
  void nor_is_one_that_comes_bit_by_bit() {
    try (FaultProxy proxy =
        new FaultProxy(FaultProxy.json("{\"a\": 1}").withChunkedDribbleDelay(5, LONG))) {
      Passerelle passerelle = proxy.client().timeout(Duration.ofMillis(500)).build();
      UnreachableException late =
          catchThrowableOfType(
              UnreachableException.class, () -> passerelle.service().health().send());

      assertThat(late.isTimeout()).isTrue();
    }
  }

  @Test
  void a_service_that_is_not_there_is_unreachable() {
    FaultProxy proxy = new FaultProxy();
    Passerelle passerelle = proxy.client().retries(1).build();
    proxy.close();

    assertThatThrownBy(() -> passerelle.service().health().send())
        .isInstanceOfSatisfying(
            UnreachableException.class, gone -> assertThat(gone.isTimeout()).isFalse());
  }

  @Test
  void a_request_in_the_background_gives_its_value_or_its_problem() throws Exception {
    try (FaultProxy proxy = new FaultProxy()) {
      Passerelle passerelle = proxy.client().build();

      assertThat(passerelle.service().health().sendAsync().get().status()).isEqualTo("UP");
      assertThatThrownBy(() -> passerelle.vocabularies().getVocab("nope").sendAsync().get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ProblemException.class);
    }
  }

  @Test
  void one_that_is_cancelled_ends() throws InterruptedException {
    try (FaultProxy proxy = new FaultProxy(aResponse().withFixedDelay(LONG))) {
      CompletableFuture<Health> health = proxy.client().build().service().health().sendAsync();
      health.cancel(true);

      assertThatThrownBy(health::get).isInstanceOf(CancellationException.class);
      for (Thread each : threads()) {
        each.join(LONG);
        assertThat(each.isAlive()).isFalse();
      }
    }
  }

  private static java.util.List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().equals("passerelle-client"))
        .toList();
  }

  @Test
  void an_interrupted_thread_stops_waiting_and_stays_interrupted() {
    try (FaultProxy proxy = new FaultProxy(aResponse().withFixedDelay(LONG))) {
      Passerelle passerelle = proxy.client().build();
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> passerelle.service().health().send())
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"donnees.example.org", "ftp://example.org", "http:///x", "http://example.org?a=1"})
  void an_address_is_that_of_a_service(String wrong) {
    assertThatThrownBy(() -> Passerelle.at(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(wrong);
  }
}
