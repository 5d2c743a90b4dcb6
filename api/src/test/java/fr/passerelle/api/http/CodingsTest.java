package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodingsTest {
  private static String read(String line) {
    return Codings.of(line).admitted().stream().map(Coding::token).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, gzip identity",
    "'gzip, deflate, br, zstd', br zstd gzip identity",
    "'gzip;q=1.0, br;q=0.5', gzip br identity",
    "'identity, gzip;q=0.5', identity gzip",
    "'*', br zstd gzip identity",
    "'*;q=0', ''",
    "'gzip, *;q=0', gzip",
    "'gzip;q=0', identity",
    "'identity;q=0', ''",
    "'identity;q=0, gzip', gzip",
    "'br, *;q=0.1', br zstd gzip identity",
    "x-gzip, gzip identity",
    "GZIP, gzip identity",
    "'', identity",
    "'compress, deflate', identity",
  })
  void the_codings_that_a_client_takes_are_in_its_order(String line, String admitted) {
    assertThat(read(line)).isEqualTo(admitted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=9", "gzip;q=x", "gzip;;;", ",,,gzip", "gzip;q=1.0000"})
  void a_quality_that_cannot_be_read_is_none(String line) {
    assertThat(read(line)).isEqualTo("gzip identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "q", "*;*", "gzip;q=0,"})
  void what_cannot_be_read_is_read_by_nobody(String pattern) {
    String hostile = pattern.repeat(10_000);

    assertThat(List.of("identity", "br zstd gzip identity", "gzip identity"))
        .contains(read(hostile));
  }
}
