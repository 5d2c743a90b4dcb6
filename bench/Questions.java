import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time of two questions over correspondences, asked one after the other over HTTP, each of them
 * once so that no cached answer counts: codes translated a thousand at a time, and walks from
 * skills to training domains.
 *
 * <p>Run by {@code bench/everything}: {@code java Questions.java BASE}
 */
final class Questions {
  private static final Pattern CODE = Pattern.compile("\"vocab\":\"[^\"]+\",\"code\":\"([^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final int CODES = 1_000;
  private static final int WARM_UP = 100;
  private static final int ASKED = 200;

  private final HttpClient client;
  private final String base;
  private final Random random = new Random(1);

  private Questions(HttpClient client, String base) {
    this.client = client;
    this.base = base;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Questions questions = new Questions(client, arguments[0]);
      questions.translate();
      questions.walk();
    }
  }

  private void translate() throws IOException, InterruptedException {
    List<String> codes = codes("rncp", "certification", 2_000);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ASKED; i++) {
      Collections.shuffle(codes, random);
      String body =
          "{\"from\":\"rncp\",\"to\":\"rome-3\",\"codes\":[\"%s\"]}"
              .formatted(String.join("\",\"", codes.subList(0, CODES)));
      millis.add(
          time(
              HttpRequest.newBuilder(URI.create(base + "/api/v1/translate"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build()));
    }
    print("translate, 1 000 codes of rncp to rome-3", millis);
  }

  private void walk() throws IOException, InterruptedException {
    List<String> skills = codes("rome-4", "competence", 2_000);
    Collections.shuffle(skills, random);
    List<Double> millis = new ArrayList<>();
    for (String skill : skills.subList(0, WARM_UP + ASKED)) {
      millis.add(
          time(
              HttpRequest.newBuilder(
                      URI.create(
                          base + "/api/v1/paths?from=rome-4/" + skill + "&to=terme-formacode"))
                  .build()));
    }
    print("path, skill to training domain", millis);
  }

  private double time(HttpRequest request) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    // Bytes: what a client makes of them is not the service's time.
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    double millis = (System.nanoTime() - begin) / 1e6;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(request.uri() + " : " + answer.statusCode());
    }
    return millis;
  }

  private List<String> codes(String edition, String type, int atMost)
      throws IOException, InterruptedException {
    List<String> codes = new ArrayList<>();
    String page = "/api/v1/vocabs/" + edition + "/concepts?limit=100&type=" + type;
    String cursor = "";
    while (codes.size() < atMost) {
      URI uri = URI.create(base + page + cursor);
      String body =
          client
              .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      Matcher code = CODE.matcher(body);
      while (code.find()) {
        codes.add(code.group(1));
      }
      Matcher next = NEXT.matcher(body);
      if (!next.find()) {
        break;
      }
      cursor = "&cursor=" + URLEncoder.encode(next.group(1), UTF_8);
    }
    return codes;
  }

  private static void print(String question, List<Double> all) {
    List<Double> millis = new ArrayList<>(all.subList(WARM_UP, all.size()));
    millis.sort(null);
    System.out.printf(
        "%s: median %.1f ms, p90 %.1f, max %.1f (%d asked after %d)%n",
        question,
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 9 / 10),
        millis.getLast(),
        millis.size(),
        WARM_UP);
  }
}
