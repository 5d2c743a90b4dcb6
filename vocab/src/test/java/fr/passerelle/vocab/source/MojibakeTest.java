package fr.passerelle.vocab.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @ParameterizedTest
  @CsvSource({
    "MÃ‰DIAS, MÉDIAS",
    "SYSTÃˆME D'INFORMATION (BUT), SYSTÈME D'INFORMATION (BUT)",
    "DIPLÃ”ME D'ETAT, DIPLÔME D'ETAT",
    "lâ€™emploi, l’emploi",
    "bÅ“uf, bœuf"
  })
  void what_was_read_in_the_wrong_encoding_is_put_right(String written, String meant) {
    assertThat(Mojibake.mended(written)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MÉDIAS",
        "SÃO PAULO",
        "Bâtiment",
        "créée",
        "Â",
        "Ã",
        "MÃ‰DIAS et médias",
        "",
        "É",
        "«Â»é"
      })
  void what_is_sound_or_not_certain_is_left(String text) {
    assertThat(Mojibake.mended(text)).isEmpty();
  }

  @Property
  void french_is_never_touched_and_always_found_again(
      @ForAll @CharRange(from = 'a', to = 'z') @CharRange(from = 'à', to = 'ü') String text) {
    assertThat(Mojibake.mended(text)).isEmpty();
    String wrong = new String(text.getBytes(StandardCharsets.UTF_8), WINDOWS);
    if (!wrong.equals(text) && wrong.indexOf('\ufffd') < 0) {
      assertThat(Mojibake.mended(wrong)).contains(text);
    }
  }
}
