package fr.passerelle.vocab.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.ConceptRef;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boulanger | Boulanger / Boulangère | 1",
        "BOULANGERE | Boulanger / Boulangère | 1",
        "Boulanger / Boulangère | Boulanger / Boulangère | 1",
        "chauffeur poids lourd | Chauffeur / Chauffeuse poids lourd | 1",
        "chef equipe securite | Chef / Cheffe d’équipe de sécurité | 1",
        "soudeur TIG | Soudeur / Soudeuse TIG (Tungsten Inert Gas) | 0.97",
        "lourd poids chauffeur | Chauffeur / Chauffeuse poids lourd | 0.95",
        "chauffeurs poids lourds | Chauffeur / Chauffeuse poids lourd | 0.95",
        "soudeur TIG | Soudeur / Soudeuse | 0.633",
        "compta | Comptable | 0.633",
        "plombier | Boulanger / Boulangère | 0",
        "??? | Boulanger / Boulangère | 0"
      })
  void a_text_is_like_a_label(String text, String label, double likeness) {
    assertThat(Likeness.to(text).of(label)).isCloseTo(likeness, Offset.offset(0.001));
  }

  @ParameterizedTest
  @CsvSource({
    "formacode 31054, formacode-14, 31054, true",
    "rncp 38667, rncp, RNCP38667, true",
    "38667, rncp, RNCP38667, true",
    "m 1805, rome-4, M1805, true",
    "M180, rome-4, M1805, false"
  })
  void a_text_may_be_a_code(String text, String scheme, String code, boolean is) {
    assertThat(Likeness.to(text).ofCode(new ConceptRef(scheme, code))).isEqualTo(is);
  }

  @Property
  boolean it_is_a_share(
      @ForAll @StringLength(max = 60) String text, @ForAll @StringLength(max = 60) String label) {
    double likeness = Likeness.to(text).of(label);
    return likeness >= 0 && likeness <= 1;
  }
}
