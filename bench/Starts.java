import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (status(client, uri) != 200) {
        if (!service.isAlive() || System.nanoTime() - begin > 120e9) {
          throw new IllegalStateException("the service did not start: " + command);
        }
        Thread.sleep(5);
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    service.destroy();
    service.waitFor();
    return seconds;
  }

  private static int status(HttpClient client, URI uri) throws InterruptedException {
    try {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
