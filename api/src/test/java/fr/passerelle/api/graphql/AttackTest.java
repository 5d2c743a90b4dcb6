package fr.passerelle.api.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What hostile clients send: each is refused before it is executed, or costs what an honest query
 * does. None is an error of the service, none is answered at length.
 */
@Timeout(30) // one that is worked on takes minutes
class AttackTest {
  private static final int LARGEST_ANSWER = 9 << 20;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(RunningService.address() + path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
    assertThat(answer.body()).doesNotContain("\"INTERNAL\"").hasSizeLessThan(LARGEST_ANSWER);
    return answer;
  }

  private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send(
        "POST",
        "/graphql",
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/json",
        "Accept",
        "application/graphql-response+json");
  }

  private static String many(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(" "));
  }

  private static String aliases(int count, String field) {
    return "{" + many(count, i -> "a" + i + ":" + field) + "}";
  }

  private static Arguments refused(String name, String query) {
    return Arguments.of(name, Asking.body(query, Map.of()), 400);
  }

  private static Arguments answered(String name, String query) {
    return Arguments.of(name, Asking.body(query, Map.of()), 200);
  }

  static Stream<Arguments> documents() {
    String figures = "figures(indicators:[\"population\"],each:\"COM\",within:\"FRANCE\"";
    return Stream.of(
        refused(
            "aliases times lists",
            aliases(
                100,
                "vocab(id:\"rome-4\"){concepts(first:100){edges{node{skills(first:100){totalCount}}}}}")),
        refused("aliases times portraits", aliases(200, "portrait(territory:\"R44\"){name}")),
        refused("aliases times the past", aliases(20, "vocab(id:\"rome\",release:\"60\"){id}")),
        refused(
            "aliases times earlier figures",
            aliases(
                20,
                "figures(indicators:[\"population\"],territories:[\"R44\"],asOf:\"2020-01-01\"){value}")),
        refused(
            "figures of everywhere",
            "{"
                + figures
                + ",period:\"all\",categories:\"all\"){"
                + "value status unit placeName".repeat(1)
                + " sources{citation licence receipt series producer} observations{value"
                + " status}}}"),
        refused(
            "histories of many figures",
            "{figures(indicators:[\"population\"],each:\"EPCI\"){history{value}}}"),
        refused(
            "perimeters by the hundred",
            aliases(120, "perimeter(hash:\"0123456789abcdef\"){communes}")),
        refused(
            "similar studies of similar studies",
            "{studies(first:100){edges{node{similar{studies{study{similar{studies{study{id}}}}}}}}}}"),
        refused("nodes beyond any number", aliases(600, "node(id:\"rome-4\"){id}")),
        refused(
            "introspection in circles",
            "{__schema{types" + "{fields{type".repeat(20) + "{name" + "}}".repeat(20) + "}}}"),
        refused(
            "introspection many times",
            aliases(300, "__schema{types{name fields{name args{name}} enumValues{name}}}")),
        refused(
            "introspection by every name",
            aliases(100, "__type(name:\"Concept\"){fields{type{ofType{ofType{fields{name}}}}}}")),
        refused(
            "wide fragments",
            "{...F}fragment F on Query{" + many(700, i -> "a" + i + ":__typename") + "}"),
        refused(
            "inline fragments in each other",
            "{" + "...{".repeat(300) + "vocabs{id}" + "}".repeat(300) + "}"),
        refused(
            "fields to be merged",
            "{"
                + "concept(vocab:\"a\",code:\"b\"){broader{".repeat(1)
                + many(400, i -> "...{x:prefLabel(lang:\"" + i + "\")}")
                + "}}}"),
        refused("variables twice", "query($a:ID!,$a:ID!){vocab(id:$a){id}}"),
        refused(
            "variables without end",
            "query(" + many(2_000, i -> "$a" + i + ":ID") + "){vocabs{id}}"),
        refused("an integer too large", "{search(q:\"a\",first:2147483648){totalCount}}"),
        refused(
            "a number of a thousand digits",
            "{search(q:\"a\",first:" + "7".repeat(1_000) + "){totalCount}}"),
        refused("a string that never ends", "{search(q:\"\"\"" + "\\\"\"\"".repeat(2_000)),
        refused("an unknown directive many times", "{vocabs" + " @x".repeat(4_000) + "{id}}"),
        refused("a directive that is only for schemas", "{vocabs @deprecated{id}}"),
        refused("streaming that nobody has", "{vocabs @stream(initialCount:0){id}}"),
        refused("a subscription", "subscription{vocabs{id}}"),
        refused("a name of letters that look like others", "{vоcabs{id}}"),
        refused("a direction turned around", "{vocabs{\u202eid}}"),
        refused("a character that is none", "{vocabs{id}}\u0000"),
        refused("half a character", "{search(q:\"\\uD800\"){totalCount}}"),
        refused("a character beyond all", "{search(q:\"\\u{110000}\"){totalCount}}"),
        answered("a mark at the beginning", "\ufeff{vocabs{id}}"),
        answered("a comment of many bytes", "{vocabs{id}}#" + "é".repeat(7_000)),
        answered(
            "a pattern that never ends",
            "{search(q:\"((((a*)*)*)*)*b~ [a TO z] +-&&\"){totalCount}}"),
        answered(
            "marks above each other", "{search(q:\"e" + "\u0301".repeat(400) + "\"){totalCount}}"),
        answered(
            "values by the thousand",
            "{search(q:\"a\",type:[" + "APPELLATION ".repeat(1_500) + "]){totalCount}}"));
  }

  static Stream<Arguments> bodies() {
    String fine = "\"query\":\"{vocabs{id}}\"";
    String variable =
        "{\"query\":\"query($q:String!){search(q:$q){totalCount}}\",\"variables\":{\"q\":%s}}";
    return Stream.of(
        Arguments.of("a batch", "[" + "{%s},".formatted(fine).repeat(500) + "{" + fine + "}]", 400),
        Arguments.of(
            "nesting in a variable",
            variable.formatted("[".repeat(9_000) + "]".repeat(9_000)),
            400),
        Arguments.of(
            "objects in a variable",
            variable.formatted("{\"a\":".repeat(4_000) + "1" + "}".repeat(4_000)),
            400),
        Arguments.of("an object for a string", variable.formatted("{\"a\":1}"), 400),
        Arguments.of("a number for a string", variable.formatted("7"), 400),
        Arguments.of("half a character in JSON", variable.formatted("\"\\ud800\""), 200),
        Arguments.of("a text too long", variable.formatted("\"" + "a".repeat(20_000) + "\""), 200),
        Arguments.of(
            "variables that nobody declared",
            "{%s,\"variables\":{%s}}"
                .formatted(fine, many(3_000, i -> (i == 0 ? "" : ",") + "\"" + i + "\":1")),
            200),
        Arguments.of(
            "names of one hash",
            "{%s,\"variables\":{%s}}"
                .formatted(
                    fine, many(900, i -> (i == 0 ? "" : ",") + "\"" + colliding(i) + "\":1")),
            200),
        Arguments.of(
            "extensions that nobody knows",
            "{%s,\"extensions\":{\"a\":{\"b\":[1,2]}}}".formatted(fine),
            200),
        Arguments.of(
            "extensions too deep",
            "{%s,\"extensions\":{\"a\":%s}}".formatted(fine, "[".repeat(9_000)),
            400),
        Arguments.of(
            "an operation of no name",
            "{%s,\"operationName\":\"%s\"}".formatted(fine, "x".repeat(20_000)),
            400),
        Arguments.of(
            "an operation that is not there",
            "{\"query\":\"query A{vocabs{id}}\",\"operationName\":\"B\"}",
            400),
        Arguments.of(
            "an identifier too long", "{\"documentId\":\"%s\"}".formatted("x".repeat(20_000)), 400),
        Arguments.of(
            "a hash too long",
            "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}}"
                .formatted("a".repeat(20_000)),
            400),
        Arguments.of("the same member twice", "{%s,%s}".formatted(fine, fine), 400),
        Arguments.of("a mark before JSON", "\ufeff{" + fine + "}", 200),
        Arguments.of("nothing", " ", 400));
  }

  /** Two of eleven letters whose hashes are the same. */
  private static String colliding(int i) {
    return Integer.toBinaryString(i | 1 << 10).replace("1", "Aa").replace("0", "BB");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"documents", "bodies"})
  void a_hostile_body_costs_little(String name, String body, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = post(body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status == 400) {
      assertThat(answer.body()).doesNotContain("\"data\"");
    }
  }

  private static byte[] gzip(int zeros) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(new byte[zeros]);
    }
    return out.toByteArray();
  }

  @Test
  void a_body_that_swells_is_refused() throws IOException, InterruptedException {
    for (String encoding : new String[] {"gzip", "br", "deflate", "gzip, gzip", "nonsense"}) {
      HttpResponse<String> answer =
          send(
              "POST",
              "/graphql",
              BodyPublishers.ofByteArray(gzip(64 << 20)),
              "Content-Type",
              "application/json",
              "Content-Encoding",
              encoding);

      assertThat(answer.statusCode()).as(encoding).isIn(400, 413, 415);
    }
  }

  @Test
  void a_body_of_unknown_length_is_bounded_too() throws IOException, InterruptedException {
    byte[] piece = " ".repeat(1_000).getBytes(UTF_8);

    HttpResponse<String> answer =
        send(
            "POST",
            "/graphql",
            BodyPublishers.ofByteArrays(() -> Stream.generate(() -> piece).limit(100).iterator()),
            "Content-Type",
            "application/json");

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  static Stream<Arguments> methods() {
    String mutation =
        "/graphql?query=mutation%7BcreatePerimeter(members:%5B%22D13%22%5D)%7Bcreated%7D%7D";
    return Stream.of(
        Arguments.of("GET", mutation, 405),
        Arguments.of("HEAD", mutation, 405),
        Arguments.of("PUT", "/graphql", 405),
        Arguments.of("DELETE", "/graphql", 405),
        Arguments.of("PATCH", "/graphql", 405),
        Arguments.of("GET", "/graphql?query=%7Bvocabs%7Bid%7D%7D&query=%7Bvocabs%7Bid%7D%7D", 400),
        Arguments.of("GET", "/graphql?query=" + "%20".repeat(2_000), 414));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("methods")
  void another_method_does_nothing(String method, String path, int status)
      throws IOException, InterruptedException {
    assertThat(send(method, path, BodyPublishers.noBody()).statusCode()).isEqualTo(status);
  }
}
