package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of large files (RFC 9110, section 14). */
@Timeout(60)
class RangeTest {
  private static final String DUMP = "/data/vocab/rome-4.ttl";
  private static final String GZIP = "Accept-Encoding: gzip";

  @Test
  void a_download_that_broke_off_goes_on_where_it_was() throws IOException {
    try (Wire wire = Wire.open()) {
      Wire.Answer whole = wire.send("GET", DUMP, GZIP).read();
      String etag = whole.header("etag");
      int length = whole.body().length();
      Wire.Answer begin = wire.send("GET", DUMP, GZIP, "Range: bytes=0-999").read();
      Wire.Answer rest =
          wire.send("GET", DUMP, GZIP, "Range: bytes=1000-", "If-Range: " + etag).read();

      assertThat(whole.header("accept-ranges")).isEqualTo("bytes");
      assertThat(begin.status()).isEqualTo(206);
      assertThat(begin.header("content-range")).isEqualTo("bytes 0-999/" + length);
      assertThat(rest.header("etag")).isEqualTo(etag);
      assertThat(begin.body() + rest.body()).isEqualTo(whole.body());
      assertThat(wire.send("GET", DUMP, GZIP, "Range: bytes=-5").read().body())
          .isEqualTo(whole.body().substring(length - 5));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Range: bytes=5-2",
        "Range: lines=1-2",
        "Range: bytes=0-1,3-4",
        "Range: bytes=",
        "Range: bytes=--1",
        "Range: bytes=99999999999999999999-",
        "Range: bytes=0-5\r\nRange: bytes=0-5",
        "Range: bytes=0-5\r\nIf-Range: \"other\"",
        "Range: bytes=0-5\r\nIf-Range: Sun, 06 Nov 1994 08:49:37 GMT"
      })
  void what_is_no_range_or_not_of_these_bytes_gets_the_whole(String lines) throws IOException {
    try (Wire wire = Wire.open()) {
      Wire.Answer whole = wire.send("GET", DUMP, GZIP).read();
      Wire.Answer answer = wire.send("GET", DUMP, GZIP, lines).read();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(whole.body());
    }
  }

  @ParameterizedTest
  @CsvSource({"bytes=999999999-", "bytes=999999999-1000000000", "bytes=-0"})
  void a_range_after_the_end_is_refused_with_the_length(String range) throws IOException {
    try (Wire wire = Wire.open()) {
      int length = wire.send("GET", DUMP, GZIP).read().body().length();
      Wire.Answer answer = wire.send("GET", DUMP, GZIP, "Range: " + range).read();

      assertThat(answer.status()).isEqualTo(416);
      assertThat(answer.header("content-range")).isEqualTo("bytes */" + length);
      assertThat(answer.body()).contains("/problems/range-not-satisfiable");
    }
  }

  @Test
  void HEAD_tells_the_length_and_that_parts_are_served() throws IOException {
    try (Wire wire = Wire.open()) {
      Wire.Answer whole = wire.send("GET", DUMP, GZIP).read();
      Wire.Answer head = wire.send("HEAD", DUMP, GZIP, "Range: bytes=0-5").readHead();

      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("content-length")).isEqualTo("" + whole.body().length());
      assertThat(wire.send("HEAD", DUMP).readHead().header("accept-ranges")).isEqualTo("none");
    }
  }
}
