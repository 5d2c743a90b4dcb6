package fr.passerelle.catalog.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "2021, YEAR, 2021-01-01, 2021-12-31",
    "2020-02, MONTH, 2020-02-01, 2020-02-29",
    "2021-06-30, DAY, 2021-06-30, 2021-06-30",
    "2020~, YEAR, 2020-01-01, 2020-12-31"
  })
  void a_date_has_the_precision_it_was_written_with(
      String text, PartialDate.Precision precision, LocalDate first, LocalDate last) {
    PartialDate date = PartialDate.parse(text).orElseThrow();

    assertThat(date.precision()).isEqualTo(precision);
    assertThat(date.first()).isEqualTo(first);
    assertThat(date.last()).isEqualTo(last);
    assertThat(date).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2021-13", "2021-00", "2021-02-30", "1492", "12/06/2021", "2021-6", "", "2021-"})
  void what_is_no_date_is_none(String text) {
    assertThat(PartialDate.parse(text)).isEmpty();
  }
}
