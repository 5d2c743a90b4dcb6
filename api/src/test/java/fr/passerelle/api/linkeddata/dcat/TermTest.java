package fr.passerelle.api.linkeddata.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {
  @ParameterizedTest(name = "{0} > {1}")
  @CsvSource({
    "https://a.fr/b?c=d&e=%20#f, https://a.fr/b?c=d&e=%20#f",
    "https://a.fr/é tude.pdf, https://a.fr/%C3%A9%20tude.pdf",
    "https://a.fr/<b>|{c}, https://a.fr/%3Cb%3E%7C%7Bc%7D",
    "https://a.fr/日, https://a.fr/%E6%97%A5"
  })
  void an_address_is_encoded_once(String address, String encoded) {
    assertThat(Term.encoded(address)).isEqualTo(encoded);
    assertThat(Term.encoded(encoded)).isEqualTo(encoded);
  }
}
