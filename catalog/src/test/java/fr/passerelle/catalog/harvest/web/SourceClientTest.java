package fr.passerelle.catalog.harvest.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.vocab.RefusedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names of hosts mean what a test says: no name server is asked. */
class SourceClientTest {
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  SourceClientTest() {
    server.start();
    server.stubFor(get("/page").willReturn(aResponse().withBody("page")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private SourceClient client(boolean isPrivate, Names names) {
    HarvestSource.Network network =
        new HarvestSource.Network(isPrivate, Duration.ofSeconds(2), /* pages= */ 5, 1 << 20);
    return new SourceClient(
        new HarvestSource(
            "source",
            HarvestSource.Kind.DCAT,
            "http://source.test/",
            "",
            "",
            Optional.empty(),
            Map.of(),
            network),
        pause -> {},
        names);
  }

  private String url(String host) {
    return "http://" + host + ":" + server.port() + "/page";
  }

  private static InetAddress[] address(String text) throws UnknownHostException {
    return new InetAddress[] {InetAddress.getByName(text)};
  }

  @Test
  void a_name_that_means_another_address_when_the_connection_is_made_is_refused() {
    AtomicInteger asked = new AtomicInteger();
    Names rebinding = host -> address(asked.getAndIncrement() == 0 ? "93.184.216.34" : "127.0.0.1");

    try (SourceClient client = client(/* isPrivate= */ false, rebinding)) {
      RefusedException refused =
          catchThrowableOfType(
              RefusedException.class, () -> client.get(url("source.test"), "text/plain"));

      assertThat(refused.faults().getFirst().rule()).isEqualTo("private-network");
    }
    assertThat(asked).hasValueGreaterThan(1);
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void the_address_that_was_looked_at_is_the_one_asked_at_a_redirect_too() {
    server.stubFor(
        get("/moved")
            .willReturn(aResponse().withStatus(302).withHeader("Location", url("other.test"))));

    try (SourceClient client = client(/* isPrivate= */ true, host -> address("127.0.0.1"))) {
      Answer answer = client.get(url("source.test").replace("/page", "/moved"), "text/plain");

      assertThat(answer.body()).asString().isEqualTo("page");
      assertThat(answer.uri()).hasHost("other.test");
    }
  }

  @Test
  void one_private_address_among_public_ones_is_enough() {
    Names both =
        host ->
            new InetAddress[] {
              InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")
            };

    try (SourceClient client = client(/* isPrivate= */ false, both)) {
      RefusedException refused =
          catchThrowableOfType(
              RefusedException.class, () -> client.get(url("source.test"), "text/plain"));

      assertThat(refused.faults().getFirst().rule()).isEqualTo("private-network");
    }
  }
}
