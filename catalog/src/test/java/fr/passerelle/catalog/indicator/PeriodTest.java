package fr.passerelle.catalog.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2016,        YEAR,        2016-01-01, 2017-01-01, 2016,        2016",
    "2016-T4,     QUARTER,     2016-10-01, 2017-01-01, 2016-Q4,     2016-Q4",
    "2016-Q1,     QUARTER,     2016-01-01, 2016-04-01, 2016-Q1,     2016-Q1",
    "2021-12,     MONTH,       2021-12-01, 2022-01-01, 2021-12,     2021-12",
    "2016-02-29,  DAY,         2016-02-29, 2016-03-01, 2016-02-29,  2016-02-29",
    "2016-2017,   SCHOOL_YEAR, 2016-09-01, 2017-09-01, 2016-2017,   2016-09-01/P1Y",
    "2013/2020,   RANGE,       2013-01-01, 2021-01-01, 2013/2020,   2013-01-01/P8Y",
    "'',          UNSTATED,    1970-01-01, 1970-01-01, '',          ''",
  })
  void aPeriodIsReadAndWrittenAsPartnersAndSdmxWriteIt(
      String text, Period.Kind kind, LocalDate start, LocalDate end, String again, String sdmx) {
    Period period = Period.parse(text).orElseThrow();
    assertThat(period).isEqualTo(new Period(kind, start, end));
    assertThat(period).hasToString(again);
    assertThat(period.timePeriod()).isEqualTo(sdmx);
    assertThat(Period.parse(again)).contains(period);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-13", "2016-T5", "2015-02-29", "2016-2018", "2016/2012", "16", "T4"})
  void whatIsNoPeriodIsNotGuessed(String text) {
    assertThat(Period.parse(text)).isEmpty();
  }
}
