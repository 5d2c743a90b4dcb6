package fr.passerelle.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.GuardedService;
import fr.passerelle.catalog.profile.Access;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who sends byte by byte, against a service that loses patience after a second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowSendersTest {
  private final GuardedService service;

  SlowSendersTest(@TempDir Path folder) throws IOException {
    service = new GuardedService(folder, new Access(0, 0, List.of(), Optional.empty()), 0);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void a_head_that_does_not_end_ends_the_connection() throws IOException {
    assertThat(
            RawHttp.dribble(service.port(), "GET /health HTTP/1.1\r\nHost: a\r\n", "X: a\r\n")
                .closed())
        .isTrue();
  }

  @Test
  void a_body_that_hardly_moves_ends_the_connection() throws IOException {
    RawHttp.Answer answer =
        RawHttp.dribble(
            service.port(),
            """
            POST /graphql HTTP/1.1
            Host: a
            Content-Type: application/json
            Content-Length: 30000

            """
                .replace("\n", "\r\n"),
            " ");

    assertThat(answer.closed()).isTrue();
    assertThat(answer.statuses()).allMatch(each -> each / 100 == 4);
  }

  @Test
  void who_asks_now_and_then_over_one_connection_is_left_in_peace() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(1_500);
      for (int i = 0; i < 4; i++) {
        RawHttp.write(socket, "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(RawHttp.read(socket).statuses()).containsExactly(200);
      }
    }
  }

  @Test
  void many_who_never_end_do_not_keep_others_from_an_answer() throws IOException {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        RawHttp.write(
            socket,
            "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 30000\r\n\r\n{");
        held.add(socket);
      }

      assertThat(service.get("/api/v1/search?q=boulanger").statusCode()).isEqualTo(200);
      assertThat(service.get("/graphql?query=%7B__typename%7D").statusCode()).isEqualTo(200);
    } finally {
      for (Socket each : held) {
        each.close();
      }
    }
  }
}
