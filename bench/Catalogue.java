import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Harvests of a catalogue of many studies over HTTP, as a portal makes them.
 *
 * <p>{@code java Catalogue.java write COUNT FILE.csv} writes studies for {@code import studies};
 * {@code java Catalogue.java harvest http://localhost:8080} harvests all of it three times by
 * {@code /catalog} and by OAI-PMH, then asks one page a hundred times more.
 */
final class Catalogue {
  private static final Pattern NEXT = Pattern.compile("hydra:next +<([^>]+)>");
  private static final Pattern TOKEN =
      Pattern.compile("<resumptionToken[^>]*>([^<]+)</resumptionToken>");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("write")) {
      write(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
      return;
    }
    String base = arguments[1];
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
      String body = get(address);
      pages.add((System.nanoTime() - start) / 1e6);
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

  /** Word that is there once for each record. */
  private static String word(String first) {
    return first.contains("/oai")
        ? "<header"
        : first.endsWith(".ttl") ? "dcat:landingPage" : "<dcat:landingPage";
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
      get(address);
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

  private static String get(String address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IOException(address + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static void write(int count, Path file) throws IOException {
    Random random = new Random(7);
    List<String> themes =
        List.of("emploi", "competences", "orientation", "insertion", "population");
    List<String> producers = List.of("insee", "dares", "cereq", "carif-oref-paca");
    String rows =
        IntStream.range(0, count)
            .mapToObj(i -> row(i, random, themes, producers))
            .collect(Collectors.joining("\n"));
    Files.writeString(
        file,
        "identifier;title;abstract;producer;status;issued;kind;theme;territory;landingPage;documents\n"
            + rows);
  }

  private static String row(int i, Random random, List<String> themes, List<String> producers) {
    String words =
        IntStream.range(0, 60)
            .mapToObj(w -> "mot" + random.nextInt(5_000))
            .collect(Collectors.joining(" "));
    return "b-%d;Les métiers du secteur %d en région;Cette étude regarde %s.;%s;published;20%02d-0%d;report;%s;R%s;https://exemple.fr/etudes/%d;https://exemple.fr/etudes/%d.pdf"
        .formatted(
            i,
            i,
            words,
            producers.get(i % 4),
            10 + random.nextInt(15),
            1 + random.nextInt(9),
            themes.get(i % 5),
            i % 2 == 0 ? "93" : "44",
            i,
            i);
  }
}
