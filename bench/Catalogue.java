import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Harvests of a catalogue of many studies over HTTP, as a portal makes them.
 *
 * <p>Run by {@code bench/studies}: {@code java Catalogue.java BASE} harvests all of it three times
 * by {@code /catalog} and by OAI-PMH, then asks one page again and again.
 */
final class Catalogue {
  private static final Pattern NEXT = Pattern.compile("hydra:next +<([^>]+)>");
  private static final Pattern TOKEN =
      Pattern.compile("<resumptionToken[^>]*>([^<]+)</resumptionToken>");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String base = arguments[0];
    for (int run = 1; run <= 3; run++) {
      walk("catalog.ttl, harvest " + run, base + "/catalog.ttl", base, NEXT, "");
      walk(
          "catalog.rdf, harvest " + run,
          base + "/catalog.rdf",
          base,
          Pattern.compile("hydra:next rdf:resource=\"([^\"]+)\""),
          "");
      walk(
          "oai dcat_ap, harvest " + run,
          base + "/oai?verb=ListRecords&metadataPrefix=dcat_ap",
          base,
          TOKEN,
          base + "/oai?verb=ListRecords&resumptionToken=");
      walk(
          "oai oai_dc,  harvest " + run,
          base + "/oai?verb=ListRecords&metadataPrefix=oai_dc",
          base,
          TOKEN,
          base + "/oai?verb=ListRecords&resumptionToken=");
    }
    cached(base + "/catalog.ttl");
  }

  private static void walk(String name, String first, String base, Pattern next, String before)
      throws IOException, InterruptedException {
    List<Double> pages = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long bytes = 0;
    int records = 0;
    long begin = System.nanoTime();
    String address = first;
    while (!address.isEmpty()) {
      if (!seen.add(address)) {
        throw new IllegalStateException("a page that loops: " + address);
      }
      long start = System.nanoTime();
      byte[] answer = bytes(address);
      pages.add((System.nanoTime() - start) / 1e6);
      String body = new String(answer, StandardCharsets.UTF_8);
      bytes += body.length();
      records +=
          count(
              body,
              first.contains("/oai")
                  ? "<header"
                  : first.endsWith(".ttl") ? "dct:identifier" : "<dct:identifier");
      Matcher matcher = next.matcher(body);
      address = matcher.find() ? before + matcher.group(1).replace("&amp;", "&") : "";
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%s: %d records, %d pages, %.1f MB in %.2f s; a page median %.1f ms, p90 %.1f, first %.1f,"
            + " max %.1f%n",
        name,
        records,
        pages.size(),
        bytes / 1e6,
        seconds,
        at(pages, 50),
        at(pages, 90),
        pages.getFirst(),
        at(pages, 100));
  }

  private static int count(String text, String word) {
    int count = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      count++;
    }
    return count;
  }

  private static void cached(String address) throws IOException, InterruptedException {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      long start = System.nanoTime();
      bytes(address);
      all.add((System.nanoTime() - start) / 1e6);
    }
    List<Double> warm = all.subList(100, 300);
    System.out.printf(
        "cached page of 100: median %.2f ms, p90 %.2f, max %.2f%n",
        at(warm, 50), at(warm, 90), at(warm, 100));
  }

  private static double at(List<Double> all, int percent) {
    List<Double> sorted = all.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private static byte[] bytes(String address) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(address + ": " + answer.statusCode());
    }
    return answer.body();
  }
}
