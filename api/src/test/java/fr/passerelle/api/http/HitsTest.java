package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers given from memory before the framework sees the request. */
@Timeout(120)
class HitsTest {
  private static final String CONCEPT = "/api/v1/vocabs/rome-4/concepts/M1805";

  /** The framework answers it, always: a condition that holds, which is not looked at in memory. */
  private static final String SLOW = "If-Unmodified-Since: Sun, 06 Nov 2094 08:49:37 GMT";

  private static final Hits HITS = RunningService.part(Hits.class);

  /** Asks until the answer is at hand: what is made in the second of a change is not yet. */
  private static Wire.Answer warm(Wire wire, String target, String... lines) throws IOException {
    return warmBy("GET", wire, target, lines);
  }

  private static Wire.Answer warmBy(String method, Wire wire, String target, String... lines)
      throws IOException {
    for (int i = 0; i < 1_000; i++) {
      long before = HITS.given();
      wire.send(method, target, lines);
      Wire.Answer answer = method.equals("HEAD") ? wire.readHead() : wire.read();
      if (HITS.given() > before) {
        return answer;
      }
    }
    throw new AssertionError("never at hand: " + target);
  }

  private static Map<String, String> comparable(Wire.Answer answer) {
    Map<String, String> headers = new TreeMap<>(answer.headers());
    headers.remove("date");
    // What is left to who asks is another number at each request.
    headers.keySet().removeIf(name -> name.startsWith("ratelimit"));
    return headers;
  }

  static List<String> channels() {
    return List.of(
        CONCEPT,
        CONCEPT + "?lang=en",
        "/api/v1/vocabs",
        "/api/v1/vocabs/rome-4/concepts?limit=3",
        "/api/v1/search?q=informatique",
        "/api/v1/studies",
        "/api/v1/indicators",
        "/data/vocab/rome-4/M1805.ttl",
        "/data/vocab/rome-4/M1805.jsonld",
        "/catalog.ttl",
        "/feeds/vocab/rome-4.atom",
        "/doc/vocab/rome-4/M1805",
        "/sitemap.xml",
        "/graphql?query=%7Bvocabs%7Bid%7D%7D");
  }

  @ParameterizedTest
  @MethodSource("channels")
  void what_is_at_hand_is_what_the_framework_answers(String target) throws IOException {
    try (Wire wire = Wire.open()) {
      for (String coding : List.of("X-None: 1", "Accept-Encoding: gzip, deflate")) {
        Wire.Answer hit = warm(wire, target, coding);
        Wire.Answer slow = wire.send("GET", target, coding, SLOW).read();

        assertThat(hit.status()).isEqualTo(200).isEqualTo(slow.status());
        assertThat(hit.body()).isEqualTo(slow.body());
        assertThat(comparable(hit)).isEqualTo(comparable(slow));
        assertThat(hit.header("date")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT");
        assertThat(hit.header("cache-status")).isEqualTo("passerelle; hit");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void head_and_conditions_are_answered_as_the_framework_does(String target) throws IOException {
    try (Wire wire = Wire.open()) {
      Wire.Answer get = warm(wire, target);
      Wire.Answer head = warmBy("HEAD", wire, target);
      String tag = "If-None-Match: " + get.header("etag");
      Wire.Answer unchanged = warm(wire, target, tag);
      String date = "If-Modified-Since: " + get.header("last-modified");
      Wire.Answer unmodified = warm(wire, target, date);

      assertThat(head.status()).isEqualTo(200);
      assertThat(comparable(head)).isEqualTo(comparable(get));
      assertThat(unchanged.status()).isEqualTo(304);
      assertThat(comparable(unchanged))
          .isEqualTo(comparable(wire.send("GET", target, tag, SLOW).read()));
      assertThat(unmodified.status()).isEqualTo(304);
      assertThat(comparable(unmodified))
          .isEqualTo(comparable(wire.send("GET", target, date, SLOW).read()));
    }
  }

  @Test
  void requests_sent_at_once_are_answered_in_their_order() throws IOException {
    try (Wire wire = Wire.open()) {
      String hot = warm(wire, CONCEPT).body();
      String cold = "/api/v1/vocabs/rome-4/concepts?limit=";
      StringBuilder raw = new StringBuilder();
      for (int i = 1; i <= 20; i++) {
        raw.append("GET ").append(cold).append(i).append(" HTTP/1.1\r\nHost: h\r\n\r\n");
        raw.append("GET ").append(CONCEPT).append(" HTTP/1.1\r\nHost: h\r\n\r\n");
      }
      wire.send(raw.toString());
      for (int i = 1; i <= 20; i++) {
        assertThat(wire.read().body()).startsWith("{\"items\":[");
        assertThat(wire.read().body()).isEqualTo(hot);
      }
    }
  }

  @Test
  void who_asks_a_thousand_times_without_reading_gets_a_thousand_answers() throws IOException {
    try (Wire wire = Wire.open()) {
      String hot = warm(wire, CONCEPT).body();
      wire.send(("GET " + CONCEPT + " HTTP/1.1\r\nHost: h\r\n\r\n").repeat(1_000));
      for (int i = 0; i < 1_000; i++) {
        assertThat(wire.read().body()).isEqualTo(hot);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer nope",
        "Accept-Datetime: Thu, 18 Sep 2025 00:00:00 GMT",
        "Content-Length: 0",
        "Expect: 100-continue",
        "If-Match: *",
        "Accept: application/json\r\nAccept: text/html",
        "Accept-Language: fr\r\nAccept-Language: en",
        "Accept-Encoding: gzip\r\nAccept-Encoding: br",
        "Connection: close"
      })
  void who_asks_for_more_than_a_plain_reading_is_answered_by_the_framework(String line)
      throws IOException {
    try (Wire wire = Wire.open()) {
      warm(wire, CONCEPT);
      long given = HITS.given();
      wire.send("GET", CONCEPT, line).read();

      assertThat(HITS.given()).isEqualTo(given);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Proto: evil",
        "X-Forwarded-Prefix: /evil",
        "X-Forwarded-For: 6.6.6.6",
        "Forwarded: host=evil.example;proto=evil",
        "X-Original-URL: /evil.example",
        "X-Rewrite-URL: /evil.example",
        "X-HTTP-Method-Override: DELETE",
        "Host: evil.example",
        "Cookie: lang=en; evil.example=1",
        "Origin: https://evil.example",
        "Range: bytes=0-3",
        "Accept-Charset: utf-16",
        "User-Agent: evil.example",
        "Referer: https://evil.example/",
        "Prefer: return=evil.example",
        "TE: trailers"
      })
  void what_an_answer_does_not_depend_on_does_not_poison_it(String line) throws IOException {
    for (String channel : List.of("/api/v1/search?q=", "/recherche?q=", "/feeds/etudes.atom?q=")) {
      String target = channel + Integer.toHexString(line.hashCode());
      try (Wire wire = Wire.open()) {
        Wire.Answer poisoned =
            wire.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + line + "\r\n\r\n")
                .read();
        Wire.Answer clean = warm(wire, target);
        Wire.Answer slow = wire.send("GET", target, SLOW).read();

        assertThat(clean.body()).isEqualTo(slow.body()).doesNotContain("evil");
        assertThat(comparable(clean)).isEqualTo(comparable(slow));
        assertThat(clean.headers().toString()).doesNotContain("evil");
        assertThat(poisoned.status()).isIn(200, 400);
      }
    }
  }

  @Test
  void each_accept_gets_its_own_answer() throws IOException {
    try (Wire wire = Wire.open()) {
      for (int i = 0; i < 3; i++) {
        assertThat(
                wire.send("GET", "/catalog", "Accept: text/turtle").read().header("content-type"))
            .startsWith("text/turtle");
        assertThat(
                wire.send("GET", "/catalog", "Accept: application/rdf+xml")
                    .read()
                    .header("content-type"))
            .startsWith("application/rdf+xml");
        assertThat(wire.send("GET", CONCEPT, "Accept: image/png").read().status()).isEqualTo(406);
        assertThat(wire.send("GET", CONCEPT, "Accept: */*").read().status()).isEqualTo(200);
        assertThat(wire.send("GET", CONCEPT, "Accept-Language: en").read().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void a_request_hidden_in_the_body_of_another_is_no_request() throws IOException {
    try (Wire wire = Wire.open()) {
      warm(wire, CONCEPT);
      String hidden = "GET /evil HTTP/1.1\r\nHost: h\r\n\r\n";
      wire.send(
          "GET "
              + CONCEPT
              + " HTTP/1.1\r\nHost: h\r\nContent-Length: "
              + hidden.length()
              + "\r\n\r\n"
              + hidden);
      assertThat(wire.read().status()).isEqualTo(200);
      wire.send("GET", "/api/v1/vocabs");
      assertThat(wire.read().body()).contains("rome-4");
    }
  }

  @Test
  void thousands_of_addresses_leave_memory_bounded_and_what_is_hot_at_hand() throws IOException {
    try (Wire wire = Wire.open()) {
      for (int i = 0; i < 200; i++) {
        warm(wire, CONCEPT);
      }
      for (int i = 0; i < 1_000; i++) {
        wire.send("GET", "/api/v1/vocabs/rome-4/concepts/X" + i).read();
        wire.send("GET", "/api/v1/vocabs?x=" + i).read();
        wire.send("GET", "/api/v1/vocabs/rome-4", "Accept: application/json;x=" + i).read();
        wire.send("GET", CONCEPT).read();
      }
      long given = HITS.given();
      wire.send("GET", CONCEPT).read();

      assertThat(HITS.given()).isEqualTo(given + 1);
      assertThat(HITS.weight()).isLessThanOrEqualTo(32L << 20);
      assertThat(RunningService.part(Answers.class).weight()).isLessThanOrEqualTo(64L << 20);
    }
  }
}
