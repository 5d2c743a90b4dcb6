import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Time from the start of a command to the first answer of the service on an existing store.
 *
 * <p>Run by {@code bench/rome}: {@code java Starts.java RUNS PORT PATH COMMAND...}
 */
final class Starts {
  private Starts() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int runs = Integer.parseInt(arguments[0]);
    URI uri = URI.create("http://127.0.0.1:" + arguments[1] + arguments[2]);
    List<String> command = Arrays.asList(arguments).subList(3, arguments.length);
    List<Double> seconds = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      seconds.add(start(command, uri));
    }
    seconds.sort(null);
    System.out.printf(
        "first answer: median %.2f s, min %.2f, max %.2f (%d runs)%n",
        seconds.get(runs / 2), seconds.getFirst(), seconds.getLast(), runs);
  }

  private static double start(List<String> command, URI uri)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process service =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!answers(uri)) {
      if (!service.isAlive() || System.nanoTime() - begin > 120e9) {
        throw new IllegalStateException("the service did not start: " + command);
      }
      Thread.sleep(10);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    service.destroy();
    service.waitFor();
    return seconds;
  }

  /** By a plain socket: an HTTP client at this pace takes a core from the service it waits for. */
  private static boolean answers(URI uri) {
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      String request = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(uri.getRawPath()).getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return answer.startsWith("HTTP/1.1 200 ");
    } catch (IOException e) {
      return false;
    }
  }
}
