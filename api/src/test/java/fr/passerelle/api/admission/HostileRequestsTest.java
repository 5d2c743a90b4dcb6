package fr.passerelle.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client of good will sends: none is a fault of ours, none is read as two. */
class HostileRequestsTest {
  private static final int PORT = URI.create(RunningService.address()).getPort();
  private static final String SMUGGLED = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";

  @AfterEach
  void the_service_is_as_well_as_before() {
    assertThat(RunningService.get("/health").statusCode()).isEqualTo(200);
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r")
        .replace("\\n", "\n")
        .replace("\\0", "\0")
        .replace("\\t", "\t")
        .replace("~", "\r\n");
  }

  /** A tilde is the end of a line. What follows the request would be answered if it were one. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          length and chunks        | Content-Length: 4~Transfer-Encoding: chunked~~0~~
          chunks and length        | Transfer-Encoding: chunked~Content-Length: 4~~0~~
          two lengths              | Content-Length: 0~Content-Length: 40~~
          a list of lengths        | Content-Length: 0, 40~~
          a negative length        | Content-Length: -1~~
          a signed length          | Content-Length: +0~~
          a length in words        | Content-Length: none~~
          a huge length            | Content-Length: 99999999999999999999~~
          an unknown coding        | Transfer-Encoding: xchunked~~0~~
          chunks not last          | Transfer-Encoding: chunked, identity~~0~~
          chunks twice             | Transfer-Encoding: chunked~Transfer-Encoding: identity~~0~~
          space before the colon   | Transfer-Encoding : chunked~~0~~
          a bare CR                | X-A: a\\rTransfer-Encoding: chunked~~
          a null byte              | X-A: a\\0b~~
          a name that is none      | X A: a~~
          no name                  | : a~~
          no colon                 | XA~~
          a chunk without number   | Transfer-Encoding: chunked~~zz~a~0~~
          a negative chunk         | Transfer-Encoding: chunked~~-1~a~0~~
          a chunk past all bounds  | Transfer-Encoding: chunked~~fffffffffffffffff~a~0~~
          a chunk longer than said | Transfer-Encoding: chunked~~1~abcdef~0~~
          """)
  void what_could_be_read_in_two_ways_is_refused_and_nothing_after_it_is_read(
      String name, String headers) {
    RawHttp.Answer answer =
        RawHttp.send(
            PORT,
            "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + unescaped(headers)
                + SMUGGLED);

    assertThat(answer.text()).doesNotContain("\"status\":\"UP\"");
    assertThat(answer.statuses()).hasSizeLessThanOrEqualTo(1).allMatch(each -> each / 100 == 4);
    assertThat(answer.closed()).as("the connection ends: %s", answer.text()).isTrue();
  }

  @Test
  void a_folded_header_is_one_value_and_no_other_header() {
    RawHttp.Answer answer =
        RawHttp.send(
            PORT,
            "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n"
                + "X-A: a\r\n Transfer-Encoding: chunked\r\n\r\n"
                + SMUGGLED);

    assertThat(answer.statuses().getFirst() / 100).isEqualTo(4);
    assertThat(answer.statuses().stream().skip(1)).allMatch(each -> each == 200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET /health HTTP/9.9                          | Host: a~~            | 4
          GET  /health HTTP/1.1                         | Host: a~~            | 24
          GET /health                                   | Host: a~~            | 4
          get /health HTTP/1.1                          | Host: a~~            | 4
          GET /health\\0 HTTP/1.1                       | Host: a~~            | 4
          GET /a b HTTP/1.1                             | Host: a~~            | 4
          G\\0T /health HTTP/1.1                        | Host: a~~            | 4
          BREW /health HTTP/1.1                         | Host: a~~            | 4
          TRACE /health HTTP/1.1                        | Host: a~~            | 4
          CONNECT evil.example:443 HTTP/1.1             | Host: a~~            | 4
          GET http://evil.example/health HTTP/1.1       | Host: a~~            | 24
          GET * HTTP/1.1                                | Host: a~~            | 4
          GET ftp://evil.example HTTP/1.1               | Host: a~~            | 4
          GET /health HTTP/1.1                          | ~                    | 4
          GET /health HTTP/1.1                          | Host: a~Host: b~~    | 4
          GET /health HTTP/1.1                          | Host: a/b@c~~        | 24
          GET /health HTTP/1.1                          | Host: a~Upgrade: h2c~Connection: Upgrade, HTTP2-Settings~HTTP2-Settings: AAMAAABkAAQAAP__~~ | 2
          PRI * HTTP/2.0                                | ~SM~~                | 4
          """)
  void a_strange_beginning_is_a_fault_of_its_sender(String line, String headers, String classes) {
    RawHttp.Answer answer = RawHttp.send(PORT, unescaped(line) + "\r\n" + unescaped(headers));

    assertThat(answer.statuses())
        .as(answer.text())
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(each -> classes.contains(String.valueOf(each / 100)));
    assertThat(answer.text().length()).isLessThan(10_000);
  }

  @Test
  void what_is_no_http_at_all_ends_the_connection() {
    for (String bytes :
        List.of("\u0016\u0003\u0001\u0002\u0000\u0001", "\0\0\0\0\r\n\r\n", "{}\r\n\r\n")) {
      assertThat(RawHttp.send(PORT, bytes).statuses()).allMatch(each -> each / 100 == 4);
    }
  }

  @ParameterizedTest(name = "{0} headers of {1} bytes")
  @CsvSource({"2000, 4", "100, 400", "1, 9000", "1, 100000"})
  void a_flood_of_headers_is_not_read_to_its_end(int count, int length) {
    String headers =
        IntStream.range(0, count)
            .mapToObj(i -> "X-" + i + ": " + "a".repeat(length) + "\r\n")
            .collect(Collectors.joining());

    RawHttp.Answer answer =
        RawHttp.send(PORT, "GET /health HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");

    assertThat(answer.statuses()).hasSizeLessThanOrEqualTo(1).allMatch(each -> each == 431);
    assertThat(answer.closed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/..%2f..%2f..%2fetc%2fpasswd",
        "/assets/..%5c..%5cetc%5cpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/%252e%252e%252fetc%252fpasswd",
        "/assets/%c0%ae%c0%ae/etc/passwd",
        "/data/vocab/..%2f..%2f..%2fetc%2fpasswd.ttl",
        "/data/vocab/rome-4/..%2f..%2f..%2fetc%2fpasswd.ttl",
        "/data/vocab/rome-4%00.ttl",
        "/data/vocab/rome-4/release/..%2f..%2f/x.ttl",
        "/api/v1/vocabs/..%2fkeys",
        "/api/v1/vocabs/rome-4%00/concepts",
        "/api/v1/vocabs/rome-4/concepts/%ff%fe",
        "/api/v1/vocabs/rome-4/concepts/%",
        "/api/v1/vocabs/rome-4/concepts/%zz",
        "/api/v1/vocabs/rome-4/concepts/M1805;jsessionid=1",
        "/api/v1/audit/../vocabs/../audit",
        "/doc/study/..%2f..%2fetc"
      })
  void no_path_leads_out_of_what_is_published(String path) {
    RawHttp.Answer answer = raw(path);

    assertThat(answer.statuses()).hasSize(1).allMatch(each -> each / 100 == 4);
    assertThat(answer.text()).doesNotContain("root:");
  }

  private static RawHttp.Answer raw(String path, String... headers) {
    return RawHttp.send(
        PORT,
        "GET "
            + path
            + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
            + Arrays.stream(headers).map(each -> each + "\r\n").collect(Collectors.joining())
            + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "//evil.example/%2e%2e",
        "/\\evil.example/",
        "/%0d%0aLocation:%20http://evil.example/",
        "/id/vocab//evil.example",
        "/id/vocab/rome-4?x=http://evil.example",
        "/id/vocab/rome-4",
        "/id/vocab/rome-4/M1805",
        "/doc/correspondence/certifinfo/rncp--rome-3/association/x",
        "/doc/correspondence//evil.example/association/x",
        "/id/study//evil.example",
        "/vocab//evil.example"
      })
  void no_redirect_leads_to_another_host(String path) {
    RawHttp.Answer answer =
        raw(path, "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: javascript");

    assertThat(answer.statuses()).hasSize(1).allMatch(each -> each < 500);
    assertThat(
            answer
                .text()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:")))
        .allMatch(line ->
            line.matches("(?i)location: (/[^/\\\\].*|" + RunningService.address() + "/.*)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=%",
        "q=%zz",
        "q=%00",
        "q=%c3%28",
        "q=%ed%a0%80",
        "q=a&q=b",
        "q[]=a",
        "q=a&=b",
        "&&&=&",
        "?",
        "q=a;limit=2",
        "limit=1e9",
        "limit=%2b1",
        "limit=99999999999999999999",
        "cursor=AAAA",
        "cursor=%00",
        "_method=DELETE"
      })
  void strange_parameters_are_answered_or_refused(String query) {
    assertThat(raw("/api/v1/search?" + query).statuses())
        .hasSize(1)
        .allMatch(each -> each == 200 || each == 400);
  }

  @Test
  void very_many_parameters_are_refused_at_once() {
    String query =
        IntStream.range(0, 900).mapToObj(i -> "a" + i + "=").collect(Collectors.joining("&"));

    assertThat(raw("/api/v1/search?" + query.substring(0, 4_000)).statuses()).containsExactly(400);
    assertThat(raw("/api/v1/search?" + "a&".repeat(100_000)).statuses())
        .allMatch(each -> each == 414);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override: DELETE",
        "X-HTTP-Method: DELETE",
        "X-Method-Override: DELETE",
        "X-Original-URL: /api/v1/audit",
        "X-Rewrite-URL: /api/v1/audit",
        "X-Forwarded-Prefix: /evil",
        "X-Forwarded-Host: evil.example",
        "Forwarded: host=evil.example;proto=javascript",
        "X-Forwarded-Proto: javascript",
        "Range: bytes=0-0,1-1,2-2,3-3",
        "TE: trailers",
        "Cookie: a=b",
        "Content-Encoding: gzip"
      })
  void headers_that_nobody_asked_for_change_nothing(String header) {
    String path = "/api/v1/vocabs/rome-4/concepts/M1805";
    HttpResponse<String> plain = RunningService.get(path);
    RawHttp.Answer answer = raw(path, header);

    assertThat(answer.statuses()).containsExactly(200);
    assertThat(answer.text()).contains(plain.headers().firstValue("ETag").orElseThrow());
    assertThat(answer.text()).doesNotContain("evil.example", "javascript:");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "/graphql, application/json",
    "/api/v1/translate, application/json",
    "/api/v1/lookup, application/json",
    "/api/v1/perimeters, application/json",
    "/api/v1/studies, application/json",
    "/api/v1/deposits?kind=csv, text/csv",
    "/oai, application/x-www-form-urlencoded",
    "/api/v1/reconcile, application/x-www-form-urlencoded"
  })
  void no_compressed_body_is_unpacked(String path, String type) throws Exception {
    HttpResponse<String> answer =
        RunningService.send(
            "POST", path, gzipOfZeros(), "Content-Type", type, "Content-Encoding", "gzip");

    // OAI-PMH tells errors under 200.
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499);
    assertThat(answer.body().length()).isLessThan(5_000);
  }

  /** The beginning of one, whose bytes are all ASCII: what follows would never end. */
  private static String gzipOfZeros() {
    return "\u001f\u0008" + "\0".repeat(20_000);
  }

  @Test
  void who_expects_to_be_told_to_go_on_is_and_who_expects_more_is_refused() {
    String body = "{\"query\": \"{__typename}\"}";
    String head =
        "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\nConnection: close\r\nExpect: %s\r\n\r\n";

    assertThat(RawHttp.send(PORT, head.formatted("100-continue") + body).statuses())
        .endsWith(200)
        .doesNotContain(500);
    assertThat(RawHttp.send(PORT, head.formatted("a-miracle") + body).statuses())
        .allMatch(each -> each == 417 || each == 200);
  }

  @Test
  void a_body_that_is_never_sent_whole_costs_nothing() {
    for (int i = 0; i < 10; i++) {
      RawHttp.Answer answer = halfSent();
      assertThat(answer.statuses()).allMatch(each -> each < 500);
    }
  }

  private static RawHttp.Answer halfSent() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
      RawHttp.write(
          socket,
          "POST /api/v1/translate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
              + "Content-Length: 5000\r\n\r\n{\"from\": \"rncp\"");
      socket.shutdownOutput();
      socket.setSoTimeout(2_000);
      return RawHttp.read(socket);
    } catch (IOException e) {
      return new RawHttp.Answer("", true);
    }
  }
}
