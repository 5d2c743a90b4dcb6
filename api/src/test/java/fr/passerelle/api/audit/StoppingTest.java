package fr.passerelle.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.api.GuardedService;
import fr.passerelle.catalog.profile.Access;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service that is watched, and then stopped while a request is under way. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StoppingTest {
  private static final Access OPEN = new Access(0, 0, List.of(), Optional.empty());
  private static final String BODY = "{\"query\": \"{ __typename }\"}";

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void figures_are_told_on_the_management_port_alone(@TempDir Path folder) throws Exception {
    int port = freePort();
    try (GuardedService service = new GuardedService(folder, OPEN, port)) {
      service.get("/api/v1/vocabs/rome-4/concepts/M1805");
      service.get("/api/v1/vocabs/rome-4/concepts/M1810");
      service.get("/rien/du/tout");
      String metrics = service.get("http://127.0.0.1:" + port + "/metrics").body();

      assertThat(metrics)
          .contains("http_server_requests_seconds_count")
          .contains("uri=\"/api/v1/vocabs/{id}/concepts/{+code}\"")
          .contains("status=\"404\"")
          .contains("jvm_memory_used_bytes")
          .as("addresses are without number, templates are few")
          .doesNotContain("M1805", "/rien/du/tout");
      assertThat(service.get("/metrics").statusCode()).isEqualTo(404);
      assertThat(service.get("/health/live").body()).contains("UP");
      assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_request_under_way_is_answered_and_no_other_is_taken(@TempDir Path folder)
      throws Exception {
    GuardedService service = new GuardedService(folder, OPEN, 0);
    int port = service.port();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      write(
          socket,
          "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
              + BODY.length()
              + "\r\n\r\n"
              + BODY.substring(0, 5));
      // Answered over another connection, so that the service has surely read the beginning.
      assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
      Thread stopping = Thread.ofPlatform().start(service::close);
      awaitRefusal(port);
      write(socket, BODY.substring(5));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

      assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(in.lines().collect(Collectors.joining("\n"))).contains("__typename");
      stopping.join();
    }
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }

  private static void write(Socket socket, String text) throws Exception {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static void awaitRefusal(int port) throws Exception {
    for (int i = 0; i < 300; i++) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        Thread.sleep(50);
      } catch (ConnectException e) {
        return;
      }
    }
    throw new AssertionError("connections are still taken");
  }
}
