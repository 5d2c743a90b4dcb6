import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time of what is asked of the study catalogue over HTTP: search with facets at a constant rate
 * whatever the service does (open loop: a request is late from the moment it should have left), the
 * overlap check of declarations, deposits of files.
 *
 * <p>Run by {@code bench/studies}: {@code java Studies.java BASE KEY CSV...}; the first file only
 * warms up.
 */
final class Studies {
  private static final Pattern TITLE = Pattern.compile("\"title\":\"([^\"\\\\]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([a-z2-7]{10})\"");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final int RATE = 100;
  private static final int SECONDS = 20;

  private final HttpClient client;
  private final String base;
  private final String key;

  private Studies(HttpClient client, String base, String key) {
    this.client = client;
    this.base = base;
    this.key = key;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Studies studies = new Studies(client, arguments[0], arguments[1]);
      List<String> files = List.of(arguments).subList(2, arguments.length);
      studies.deposits(files);
      studies.overlaps();
      studies.declarations();
      studies.searches();
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private void deposits(List<String> files) throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (String file : files) {
      long begin = System.nanoTime();
      send(
          to("/api/v1/studies")
              .header("Authorization", "Bearer " + key)
              .header("Content-Type", "text/csv; charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofFile(Path.of(file))));
      seconds.add((System.nanoTime() - begin) / 1e9);
    }
    System.out.printf("deposit of 1 000 studies by CSV, s: first %.2f, then", seconds.getFirst());
    seconds.subList(1, seconds.size()).stream()
        .sorted()
        .forEach(s -> System.out.printf(" %.2f", s));
    System.out.println();
  }

  /** Of studies that nobody asked about before. */
  private void overlaps() throws IOException, InterruptedException {
    List<String> ids = found(ID, "/api/v1/studies?sort=number&limit=100", 400);
    List<Double> millis = new ArrayList<>();
    for (String id : ids) {
      long begin = System.nanoTime();
      send(to("/api/v1/studies/" + id + "/similar"));
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    print("studies like one, each asked once", millis, 100);
  }

  /** A declaration is checked for what is wrong and for what it overlaps, and not written. */
  private void declarations() throws IOException, InterruptedException {
    List<String> titles = found(TITLE, "/api/v1/studies?limit=100", 400);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      String form =
          """
          {"identifier":"d-%d","title":"%s","producers":["insee"],"status":"planned",
           "expected":"2027","themes":["competences"],"territories":["R93"],
           "abstract":"Les besoins de recrutement et les conditions de travail dans la région"}
          """
              .formatted(i, titles.get(i));
      long begin = System.nanoTime();
      send(
          to("/api/v1/studies?dryRun=true")
              .header("Authorization", "Bearer " + key)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(form)));
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    print("declaration checked with its overlaps", millis, 100);
  }

  private List<String> found(Pattern pattern, String list, int atMost)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    String cursor = "";
    while (all.size() < atMost) {
      String body = send(to(list + cursor)).body();
      Matcher each = pattern.matcher(body);
      while (each.find()) {
        all.add(each.group(1));
      }
      Matcher next = NEXT.matcher(body);
      if (!next.find()) {
        break;
      }
      cursor = "&cursor=" + URLEncoder.encode(next.group(1), UTF_8);
    }
    return all;
  }

  private void searches() throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    for (String title : found(TITLE, "/api/v1/studies?limit=100", 2_000)) {
      for (String word : title.split("[^\\p{L}]+", -1)) {
        if (word.length() > 3) {
          words.add(word);
        }
      }
    }
    measure(words, 10);
    for (int run = 0; run < 3; run++) {
      List<Double> millis = measure(words, SECONDS);
      print("search with facets at %d requests/s".formatted(RATE), millis, 0);
    }
  }

  private List<Double> measure(List<String> words, int seconds) throws InterruptedException {
    ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    AtomicInteger failed = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    Random random = new Random(System.nanoTime());
    long begin = System.nanoTime();
    for (int i = 0; i < RATE * seconds; i++) {
      long due = begin + (long) (i * 1e9 / RATE);
      long wait = due - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      }
      String text =
          words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(words.size()));
      // The year makes each question another one.
      String path =
          "/api/v1/studies?q=%s&year=%d,%d"
              .formatted(
                  URLEncoder.encode(text, UTF_8),
                  2005 + random.nextInt(22),
                  2005 + random.nextInt(22));
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              send(to(path));
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
    return new ArrayList<>(millis);
  }

  private static void print(String question, List<Double> all, int warmUp) {
    List<Double> millis = new ArrayList<>(all.subList(warmUp, all.size()));
    millis.sort(null);
    System.out.printf(
        "%s: median %.1f ms, p90 %.1f, p99 %.1f, max %.1f (%d)%n",
        question,
        at(millis, 0.5),
        at(millis, 0.9),
        at(millis, 0.99),
        millis.getLast(),
        millis.size());
  }

  private static double at(List<Double> sorted, double quantile) {
    return sorted.get(Math.min(sorted.size() - 1, (int) (quantile * sorted.size())));
  }
}
