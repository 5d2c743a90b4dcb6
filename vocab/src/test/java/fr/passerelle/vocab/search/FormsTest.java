package fr.passerelle.vocab.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # label                                    | forms
          Comptable                                  | comptable
          Développeur / Développeuse web             | developpeur developpeuse web, developpeur web, developpeuse web
          Directeur adjoint / Directrice adjointe de magasin | directeur adjoint directrice adjointe magasin, directeur adjoint magasin, directrice adjointe magasin
          Aide-soignant / Aide-soignante             | aide soignant aide soignante, aide soignant, aide soignante
          Soudeur TIG (Tungsten)                     | soudeur tig tungsten, soudeur tig
          Chef d’équipe                              | chef equipe
          De la                                      | de la
          /                                          | ''
          """)
  void a_label_may_be_typed_in_these_forms(String label, String forms) {
    assertThat(String.join(", ", Forms.ofLabel(label))).isEqualTo(forms);
  }

  @ParameterizedTest
  @CsvSource({
    "rome-4, M1805, m1805 romem1805",
    "rncp, RNCP38667, rncp38667 38667",
    "rncp, RNCP38667/BC01, rncp38667bc01 38667bc01",
    "formacode-14, 31054, 31054 formacode31054"
  })
  void a_code_may_be_typed_in_these_forms(String scheme, String code, String forms) {
    assertThat(String.join(" ", Forms.ofCode(scheme, code))).isEqualTo(forms);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Œuvre d'Art, L’ÉTÉ      | oeuvre d art l ete
          C++ et C#, bac+5        | c++ et c# bac 5
          cæsium n°2              | caesium n 2
          """)
  void a_text_has_these_words(String text, String words) {
    assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
  }
}
