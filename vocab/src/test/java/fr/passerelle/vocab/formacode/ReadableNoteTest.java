package fr.passerelle.vocab.formacode;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.source.Findings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableNoteTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Rien à dire.                        | Rien à dire.                 | 0",
        "R&D, a < b, x[1]                    | R&D, a < b, x[1]             | 0",
        "employer [[PAIN]] 21540.            | employer PAIN 21540.         | 1",
        "[[PAIN]]21540, [[BRIOCHE ]]21549    | PAIN 21540, BRIOCHE 21549    | 1",
        "[[SITE WEB]] - 46337                | SITE WEB - 46337             | 1",
        "employer {{PAIN]] 21540.            | employer PAIN 21540.         | 1",
        "[[A]].                              | A.                           | 1",
        "voir <a href=\"x\">PAIN</a> 21540.  | voir PAIN 21540.             | 1",
        "<p id=\"e\">Un</p><p>Deux<br></p>   | Un~Deux                      | 1",
        "<p><br></p>                         | ''                           | 1",
        "la&nbsp; PAO                        | la PAO                       | 1",
        "un&eacute; &#233;                   | uné é                        | 1",
        "les ~formations                     | les formations               | 1",
        "Un.~Deux                            | Un.~Deux                     | 0",
        "Un~~Deux                            | Un~Deux                      | 0",
        "<script>alert(1)</script>Pain       | Pain                         | 1",
      })
  void a_note_is_made_readable(String raw, String readable, int repairs) {
    Findings findings = new Findings();

    assertThat(ReadableNote.of(raw.replace("~", "\r\n"), "f:1:1", findings))
        .isEqualTo(readable.replace("~", "\n"));
    assertThat(findings.repairs()).hasSize(repairs);
  }
}
