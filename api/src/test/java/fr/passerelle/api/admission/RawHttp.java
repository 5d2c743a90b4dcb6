package fr.passerelle.api.admission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bytes sent as they are, as no HTTP client would, and what comes back. */
final class RawHttp {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})[ \\r]");
  private static final int SILENCE = 1_500;
  private static final int HANG = 30_000;

  private RawHttp() {}

  /**
   * What came back.
   *
   * @param text all of it, in ISO-8859-1
   * @param closed whether the server ended the connection, and did not only fall silent
   */
  record Answer(String text, boolean closed) {
    /** Statuses of the answers in it, in their order. */
    List<Integer> statuses() {
      return new ArrayList<>(
          STATUS
              .matcher(text)
              .results()
              .map((MatchResult each) -> Integer.valueOf(each.group(1)))
              .toList());
    }
  }

  /** Sends it all and reads until the server closes or falls silent. */
  static Answer send(int port, String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(SILENCE);
      write(socket, request);
      return read(socket);
    } catch (IOException e) {
      return new Answer("", true);
    }
  }

  /** Sends a beginning, then a piece every now and then, until the server closes. */
  static Answer dribble(int port, String begin, String piece) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(200);
      write(socket, begin);
      long end = System.nanoTime() + HANG * 1_000_000L;
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      while (System.nanoTime() < end) {
        Answer more = read(socket);
        all.writeBytes(more.text().getBytes(StandardCharsets.ISO_8859_1));
        if (more.closed()) {
          return new Answer(all.toString(StandardCharsets.ISO_8859_1), true);
        }
        try {
          write(socket, piece);
        } catch (IOException e) {
          return new Answer(all.toString(StandardCharsets.ISO_8859_1), true);
        }
      }
      return new Answer(all.toString(StandardCharsets.ISO_8859_1), false);
    }
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  static Answer read(Socket socket) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8_192];
      int count;
      while ((count = in.read(buffer)) >= 0) {
        all.write(buffer, 0, count);
      }
      return new Answer(all.toString(StandardCharsets.ISO_8859_1), true);
    } catch (SocketTimeoutException e) {
      return new Answer(all.toString(StandardCharsets.ISO_8859_1), false);
    } catch (IOException e) {
      return new Answer(all.toString(StandardCharsets.ISO_8859_1), true);
    }
  }
}
