package fr.passerelle.api;

import java.io.IOException;
import java.net.ServerSocket;

/** A port that nobody listens on; URIs carry the port, so it must be known before the start. */
final class FreePort {
  private FreePort() {}

  static int find() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
