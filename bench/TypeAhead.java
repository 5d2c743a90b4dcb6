import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Latency of search as typed, at a constant rate whatever the service does (open loop): a request
 * is late from the moment it should have left, so that a stall is not forgiven.
 *
 * <p>Texts are labels of the service itself, typed letter by letter, so that hardly one is asked
 * twice. Run by {@code bench/rome}: {@code java TypeAhead.java BASE RATE SECONDS}
 */
final class TypeAhead {
  private static final Pattern LABEL = Pattern.compile("\"prefLabel\":\"([^\"\\\\]+)\"");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  private TypeAhead() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String base = arguments[0];
    int rate = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    try (HttpClient client = HttpClient.newHttpClient()) {
      List<String> texts = texts(client, base);
      measure(client, base, texts, rate, 10);
      double[] millis = measure(client, base, texts, rate, seconds);
      System.out.printf(
          "type-ahead at %d requests/s for %d s: p50 %.2f ms, p90 %.2f, p99 %.2f, max %.2f%n",
          rate, seconds, at(millis, 0.5), at(millis, 0.9), at(millis, 0.99), at(millis, 1));
    }
  }

  private static List<String> texts(HttpClient client, String base)
      throws IOException, InterruptedException {
    List<String> labels = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 200; page++) {
      String body =
          get(client, base + "/api/v1/vocabs/rome-4/concepts?type=appellation&limit=100" + cursor);
      Matcher label = LABEL.matcher(body);
      while (label.find()) {
        labels.add(label.group(1));
      }
      Matcher next = NEXT.matcher(body);
      if (!next.find()) {
        break;
      }
      cursor = "&cursor=" + next.group(1);
    }
    List<String> typed = new ArrayList<>();
    for (String label : labels) {
      for (int length = 1; length <= Math.min(label.length(), 12); length++) {
        typed.add(label.substring(0, length));
      }
    }
    Collections.shuffle(typed, new Random(42));
    return typed;
  }

  private static String get(HttpClient client, String uri)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(uri + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static double[] measure(
      HttpClient client, String base, List<String> texts, int rate, int seconds)
      throws InterruptedException {
    ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    AtomicInteger failed = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    Random random = new Random(seconds);
    long begin = System.nanoTime();
    for (int i = 0; i < rate * seconds; i++) {
      long due = begin + (long) (i * 1e9 / rate);
      long wait = due - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      }
      String text = texts.get(random.nextInt(texts.size()));
      String uri =
          base + "/api/v1/search?limit=10&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              get(client, uri);
              millis.add((System.nanoTime() - due) / 1e6);
            } catch (IOException | InterruptedException | IllegalStateException e) {
              failed.incrementAndGet();
            }
          }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " requests failed");
    }
    return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static double at(double[] sorted, double quantile) {
    return sorted[Math.min(sorted.length - 1, (int) (quantile * sorted.length))];
  }
}
