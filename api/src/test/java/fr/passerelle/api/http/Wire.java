package fr.passerelle.api.http;

import fr.passerelle.api.RunningService;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection to the running service, byte by byte: says what no HTTP client would. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE = 30_000;

  private final Socket socket;
  private final InputStream in;

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE);
    in = new BufferedInputStream(socket.getInputStream());
  }

  static Wire open() throws IOException {
    return new Wire(
        new Socket(
            InetAddress.getLoopbackAddress(), URI.create(RunningService.address()).getPort()));
  }

  /**
   * An answer.
   *
   * @param status its status
   * @param headers by name in lower case; those given twice are joined by a line break
   * @param body as sent
   */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Sends a request without body. */
  Wire send(String method, String target, String... lines) throws IOException {
    return send(
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + (lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n")
            + "\r\n");
  }

  Wire send(String raw) throws IOException {
    socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** The next answer. */
  Answer read() throws IOException {
    return read(/* hasBody= */ true);
  }

  /** The next answer, to HEAD. */
  Answer readHead() throws IOException {
    return read(/* hasBody= */ false);
  }

  private Answer read(boolean hasBody) throws IOException {
    String status = line();
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (before, now) -> before + "\n" + now);
    }
    byte[] body = hasBody ? body(headers) : new byte[0];
    return new Answer(
        Integer.parseInt(status.split(" ", -1)[1]),
        headers,
        new String(body, StandardCharsets.ISO_8859_1));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (!headers.containsKey("transfer-encoding")) {
      return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int length = chunk(); length > 0; length = chunk()) {
      body.write(in.readNBytes(length));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed after: " + line.toString(StandardCharsets.ISO_8859_1));
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
