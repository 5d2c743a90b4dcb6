package fr.passerelle.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import fr.passerelle.api.RunningService;
import java.time.Duration;
import java.util.List;

/** A server before the running service, that plays faults in their order and then passes on. */
final class FaultProxy implements AutoCloseable {
  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  FaultProxy(ResponseDefinitionBuilder... faults) {
    server.start();
    server.stubFor(
        any(anyUrl()).atPriority(9).willReturn(aResponse().proxiedFrom(RunningService.address())));
    String state = Scenario.STARTED;
    for (int at = 0; at < faults.length; at++) {
      String after = "after " + at;
      server.stubFor(
          any(anyUrl())
              .inScenario("faults")
              .whenScenarioStateIs(state)
              .willSetStateTo(after)
              .willReturn(faults[at]));
      state = after;
    }
  }

  static ResponseDefinitionBuilder busy(int status, String retryAfter) {
    return aResponse().withStatus(status).withHeader("Retry-After", retryAfter);
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  String address() {
    return server.baseUrl();
  }

  /** A client of it that hardly waits before it tries again. */
  Passerelle.Builder client() {
    return Passerelle.builder(address()).firstBackoff(Duration.ofMillis(1));
  }

  /** What was asked, the first first. */
  List<LoggedRequest> seen() {
    return server.findAll(
        com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()));
  }

  @Override
  public void close() {
    server.stop();
  }
}
