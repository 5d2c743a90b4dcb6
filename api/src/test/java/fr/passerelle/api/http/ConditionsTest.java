package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
  private static final String ETAG = "\"abc-gzip\"";

  /** Sun, 06 Nov 1994 08:49:37 GMT. */
  private static final long MADE = 784_111_777;

  private static Conditions.Verdict verdict(String name, String value) {
    return verdict(Map.of(name, List.of(value)));
  }

  private static Conditions.Verdict verdict(Map<String, List<String>> headers) {
    return Conditions.of(name -> headers.getOrDefault(name, List.of())).of(ETAG, MADE);
  }

  @ParameterizedTest
  @CsvSource({
    "If-None-Match, '\"abc-gzip\"', UNCHANGED",
    "If-None-Match, 'W/\"abc-gzip\"', UNCHANGED",
    "If-None-Match, '\"x\", W/\"y\" ,\"abc-gzip\"', UNCHANGED",
    "If-None-Match, '*', UNCHANGED",
    "If-None-Match, ' * ', UNCHANGED",
    "If-None-Match, '\"abc\"', SEND",
    "If-None-Match, 'abc-gzip', SEND",
    "If-None-Match, '\"*\"', SEND",
    "If-None-Match, '', SEND",
    "If-Match, '\"abc-gzip\"', SEND",
    "If-Match, '*', SEND",
    "If-Match, 'W/\"abc-gzip\"', FAILED",
    "If-Match, 'W/\"abc-gzip\", \"abc-gzip\"', SEND",
    "If-Match, '\"x\"', FAILED",
    "If-Modified-Since, 'Sun, 06 Nov 1994 08:49:37 GMT', UNCHANGED",
    "If-Modified-Since, 'Sunday, 06-Nov-94 08:49:37 GMT', UNCHANGED",
    "If-Modified-Since, 'Sun Nov  6 08:49:37 1994', UNCHANGED",
    "If-Modified-Since, 'Sun, 06 Nov 1994 08:49:36 GMT', SEND",
    "If-Modified-Since, 'Sun, 06 Nov 1994 08:49:38 GMT', UNCHANGED",
    "If-Modified-Since, 'yesterday', SEND",
    "If-Modified-Since, '', SEND",
    "If-Unmodified-Since, 'Sun, 06 Nov 1994 08:49:37 GMT', SEND",
    "If-Unmodified-Since, 'Sun, 06 Nov 1994 08:49:36 GMT', FAILED",
    "If-Unmodified-Since, 'yesterday', SEND",
  })
  void a_condition_is_evaluated_as_the_rfc_says(
      String name, String value, Conditions.Verdict expected) {
    assertThat(verdict(name, value)).isEqualTo(expected);
  }

  @Test
  void an_entity_tag_wins_over_a_date() {
    List<String> future = List.of("Sun, 06 Nov 2094 08:49:37 GMT");

    assertThat(verdict(Map.of("If-None-Match", List.of("\"other\""), "If-Modified-Since", future)))
        .isEqualTo(Conditions.Verdict.SEND);
    assertThat(
            verdict(
                Map.of(
                    "If-Match",
                    List.of(ETAG),
                    "If-Unmodified-Since",
                    List.of("Sun, 06 Nov 1974 08:49:37 GMT"))))
        .isEqualTo(Conditions.Verdict.SEND);
  }

  @Test
  void two_dates_are_none() {
    String date = "Sun, 06 Nov 1994 08:49:37 GMT";

    assertThat(verdict(Map.of("If-Modified-Since", List.of(date, date))))
        .isEqualTo(Conditions.Verdict.SEND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\",", "W/", "*,", "\"", ","})
  void a_header_of_ten_thousand_members_is_read_once(String member) {
    assertThat(verdict("If-None-Match", member.repeat(10_000))).isEqualTo(Conditions.Verdict.SEND);
    assertThat(verdict("If-None-Match", member.repeat(10_000) + ETAG))
        .isEqualTo(Conditions.Verdict.UNCHANGED);
  }
}
