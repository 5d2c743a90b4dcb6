import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Latency at a share of what the service can do: first as many requests as it answers (closed
 * loop), then a constant rate whatever it does (open loop), a request being late from the moment it
 * should have left. What it refuses early (429, 503) is counted apart.
 *
 * <p>Run by {@code bench/gateway}: {@code java Load.java BASE PATH SHARE}; {@code {word}} in the
 * path is another word each time.
 */
final class Load {
  private static final int SECONDS = 15;
  private static final int CLOSED = 16;

  /** More under way at once, and it is the client that is measured. */
  private static final int MOST_OPEN = 4_000;

  private static final String LETTERS = "aeioulnrstcdpm";

  private final HttpClient client;
  private final String base;
  private final String path;

  private Load(HttpClient client, String base, String path) {
    this.client = client;
    this.base = base;
    this.path = path;
  }

  public static void main(String[] arguments) throws InterruptedException {
    double share = Double.parseDouble(arguments[2]);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Load load = new Load(client, arguments[0], arguments[1]);
      load.capacity(5);
      double capacity = load.capacity(SECONDS);
      load.offer(capacity * share, share, capacity);
    }
  }

  /** Requests a second that are answered where each client asks again as soon as it is answered. */
  private double capacity(int seconds) throws InterruptedException {
    AtomicLong answered = new AtomicLong();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    Thread[] clients = new Thread[CLOSED];
    for (int i = 0; i < clients.length; i++) {
      clients[i] =
          Thread.startVirtualThread(() -> {
            while (System.nanoTime() < end) {
              if (status() == 200) {
                answered.incrementAndGet();
              }
            }
          });
    }
    for (Thread each : clients) {
      each.join();
    }
    return answered.doubleValue() / seconds;
  }

  private void offer(double rate, double share, double capacity) throws InterruptedException {
    Queue<Double> accepted = new ConcurrentLinkedQueue<>();
    Map<Integer, AtomicLong> others = new TreeMap<>();
    Semaphore open = new Semaphore(MOST_OPEN);
    long notSent = 0;
    long begin = System.nanoTime();
    for (int i = 0; i < rate * SECONDS; i++) {
      long due = begin + (long) (i * 1e9 / rate);
      long wait = due - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      }
      if (!open.tryAcquire()) {
        notSent++;
        continue;
      }
      Thread.startVirtualThread(() -> {
        int status = status();
        if (status == 200) {
          accepted.add((System.nanoTime() - due) / 1e6);
        } else {
          synchronized (others) {
            others.computeIfAbsent(status, each -> new AtomicLong()).incrementAndGet();
          }
        }
        open.release();
      });
    }
    open.acquire(MOST_OPEN);
    double[] millis = accepted.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        "%s at %.1f times %.0f requests/s: %d answered, p50 %.1f ms, p99 %.1f, max %.1f; others by"
            + " status %s; not sent %d%n",
        path,
        share,
        capacity,
        millis.length,
        at(millis, 0.5),
        at(millis, 0.99),
        at(millis, 1),
        others,
        notSent);
  }

  private int status() {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(base + path.replace("{word}", word()))).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      word.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private static double at(double[] sorted, double quantile) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (quantile * sorted.length))];
  }
}
