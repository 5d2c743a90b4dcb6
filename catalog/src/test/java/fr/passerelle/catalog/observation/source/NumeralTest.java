package fr.passerelle.catalog.observation.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "464500    | . | 0  | 464500",
        "5,7       | , | 1  | 5.7",
        "-15.7     | . | 1  | -15.7",
        "24382.083333333336 | . | -1 | 24382.083333333336",
        "8,74      | , | 2  | 8.74",
      })
  void aNumberIsReadAsItsFormatSays(String text, char mark, int decimals, double value) {
    assertThat(Numeral.read(text, mark, Optional.empty(), decimals))
        .isEqualTo(new Numeral.Sound(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8,747     | , | 2 | decimals",
        "5,7       | . | 1 | decimal-mark",
        "5.7       | , | 1 | decimal-mark",
        "464 500   | . | 0 | thousands",
        "464\u202F500 | . | 0 | thousands",
        "*         | . | 0 | number",
        "s         | . | 0 | number",
        "1e3       | . | 0 | number",
        "NaN       | . | 0 | number",
        "12(3)     | . | 0 | number",
        "''        | . | 0 | number",
      })
  void whatTheFormatDoesNotDeclareIsAFault(String text, char mark, int decimals, String rule) {
    assertThat(Numeral.read(text, mark, Optional.empty(), decimals))
        .isInstanceOfSatisfying(
            Numeral.Faulty.class, faulty -> assertThat(faulty.rule()).isEqualTo(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "464 500      | , | ' ' | 464500",
        "464\u202F500,5 | , | ' ' | 464500.5",
        "1.464.500,25 | , | .   | 1464500.25",
        "1,464,500.25 | . | ','   | 1464500.25",
        "464500       | , | ' ' | 464500",
      })
  void thousandsAreReadAsDeclared(String text, char mark, String thousands, double value) {
    assertThat(Numeral.read(text, mark, Optional.of(thousands.charAt(0)), 2))
        .isEqualTo(new Numeral.Sound(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 8,747 is no thousand where the comma is the decimal mark: a footnote is glued to it.
        "8,747   | , | ' ' | decimals",
        "46 4500 | , | ' ' | thousands",
        "1.46    | , | .   | decimal-mark",
      })
  void whatIsNoThousandStaysAFault(String text, char mark, String thousands, String rule) {
    assertThat(Numeral.read(text, mark, Optional.of(thousands.charAt(0)), 2))
        .isInstanceOfSatisfying(
            Numeral.Faulty.class, faulty -> assertThat(faulty.rule()).isEqualTo(rule));
  }
}
