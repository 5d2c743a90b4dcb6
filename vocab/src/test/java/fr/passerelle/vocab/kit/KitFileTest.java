package fr.passerelle.vocab.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed kits, in each of their forms and with each fault. */
class KitFileTest {
  private static final String HEADER = "CodeDiplome;Intitulé Diplôme;CodeRNCP\n";
  private static final String ROW = "50022139;BOULANGER (CAP);RNCP37537\n";

  @TempDir Path folder;

  private final Findings findings = new Findings();

  private Correspondence read(String text) throws IOException {
    return read(text, UTF_8);
  }

  private Correspondence read(String text, Charset charset) throws IOException {
    return release("kit v3.1.csv", text.getBytes(charset)).correspondences().getFirst();
  }

  private Release release(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    Origin origin = new Origin(file, Optional.empty(), Optional.of(LocalDate.of(2024, 1, 1)));
    return KitFile.read(origin, findings).getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CodeDiplome;Intitulé Diplôme;CodeRNCP",
        "Code Diplôme;Intitulé diplôme (DEPP);FicheRNCP",
        "Code_Diplome;Intitule_Diplome;Code_RNCP",
        "\ufeffCode_Diplome;Intitule_Diplome;Fiche RNCP",
        "CODE DIPLOME;INTITULE DIPLOME;FICHE RNCP",
      })
  void a_column_is_known_however_a_month_writes_it(String header) throws IOException {
    assertThat(read(header + "\n" + ROW).pairs())
        .extracting(pair -> pair.from() + " " + pair.to())
        .containsExactly("cfd/50022139 rncp/RNCP37537");
  }

  @Test
  void ends_of_line_and_encoding_are_told_from_the_bytes() throws IOException {
    assertThat(read((HEADER + ROW).replace("\n", "\r\n")).pairs()).hasSize(1);
    assertThat(read(HEADER + ROW, ISO_8859_1).pairs()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1022001,  01022001, zéro initial du CFD perdu",
    "01022001, 01022001, ''",
    "26X31213, 26X31213, ''",
    "1353102E, 1353102E, ''",
  })
  void a_cfd_has_eight_characters_and_a_lost_zero_is_put_back(
      String written, String code, String repair) throws IOException {
    assertThat(read(HEADER + written + ";TITRE;RNCP955\n").pairs().getFirst().from().code())
        .isEqualTo(code);
    assertThat(findings.repairs().stream().map(Findings.Repair::rule))
        .allMatch(rule -> rule.startsWith(repair))
        .hasSize(repair.isEmpty() ? 0 : 1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "seven characters with a letter | 102200X;A;RNCP1   | kit v3.1.csv:2:1 | cfd  | huit",
        "a number that became a power   | 1,02E+06;A;RNCP1  | kit v3.1.csv:2:1 | cfd  | origine",
        "six digits                     | 102200;A;RNCP1    | kit v3.1.csv:2:1 | cfd  | huit",
        "no code                        | ;A;RNCP1          | kit v3.1.csv:2:1 | cfd  | huit",
        "no record                      | 50022139;A;       | kit v3.1.csv:2:3 | rncp | NR",
        "a record of RS                 | 50022139;A;RS12   | kit v3.1.csv:2:3 | rncp | NR",
        "a cell too many                | 50022139;A;NR;x   | kit v3.1.csv:2:4 | row-length | 4"
            + " cellules",
      })
  void a_fault_is_refused_where_it_is(
      String what, String row, String place, String rule, String reason) {
    assertThatThrownBy(() -> read(HEADER + row + "\n"))
        .as(what)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(place + " [" + rule + "]")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no code in the kit but the record, x;A;RNCP37537",
    "no record in the kit but the code, 50022139;A;RNCP",
    "a cell too many,                  50022139;A;RNCP37537;x",
  })
  void a_few_refused_rows_leave_the_others_and_what_is_published_of_them(String what, String row)
      throws IOException {
    Release before = release("kit v3.0.csv", (HEADER + ROW).getBytes(UTF_8));
    Path file = folder.resolve("kit v3.1.csv");
    Files.writeString(file, HEADER + "50022140;B;RNCP1\n" + row + "\n");
    Origin origin = new Origin(file, Optional.empty(), Optional.of(LocalDate.of(2024, 1, 1)));
    Findings stated = new Findings(Optional.of(1));
    Release after = KitFile.read(origin, stated, edition -> Optional.of(before)).getFirst();

    assertThat(after.correspondences().getFirst().pairs())
        .as(what)
        .extracting(pair -> pair.from().code() + " " + pair.to().code())
        .containsExactlyInAnyOrder("50022140 RNCP1", "50022139 RNCP37537");
    assertThat(stated.refused()).singleElement().asString().contains("kit v3.1.csv:3:");
    assertThat(stated.remarks()).anyMatch(remark -> remark.contains("50022139 > RNCP37537"));
  }

  @Test
  void nr_says_that_a_diploma_has_no_record() throws IOException {
    Correspondence kit = read(HEADER + "50022139;A;NR\n");
    assertThat(kit.pairs()).isEmpty();
    assertThat(kit.unmatched())
        .extracting(each -> each.key() + " " + each.comment())
        .containsExactly("50022139 sans fiche RNCP dans la source (NR)");
  }

  @Test
  void a_row_that_its_source_doubts_is_refused_alone_and_says_nothing_of_the_diploma()
      throws IOException {
    Correspondence kit = read(HEADER + "26X31213;B;RNCP30387?\n" + ROW);
    assertThat(kit.pairs()).extracting(pair -> pair.from().code()).containsExactly("50022139");
    assertThat(kit.unmatched()).isEmpty();
    assertThat(findings.refusedRecords()).isEqualTo(1);
    assertThat(findings.refused().getFirst().place()).isEqualTo("kit v3.1.csv:2:3");
    assertThat(findings.refused().getFirst().message()).contains("RNCP30387?", "26X31213");
  }

  @Test
  void a_diploma_that_has_a_record_elsewhere_is_not_without() throws IOException {
    Correspondence kit = read(HEADER + "50022139;A;NR\n" + ROW.replace("BOULANGER (CAP)", "A"));
    assertThat(kit.pairs()).hasSize(1);
    assertThat(kit.unmatched()).isEmpty();
    assertThat(findings.repairs().getFirst().examples()).containsExactly("kit v3.1.csv:2:3");
  }

  @Test
  void repeated_rows_are_kept_once_and_counted() throws IOException {
    assertThat(read(HEADER + ROW + ROW + ROW.replace("(CAP)", "- CAP")).pairs()).hasSize(1);
    assertThat(findings.repairs())
        .extracting(each -> each.rule() + " : " + each.count())
        .containsExactlyInAnyOrder(
            "couple CFD et RNCP répété, gardé une fois : 2",
            "second intitulé d'un même CFD, le premier est gardé : 1");
  }

  @Test
  void a_stray_end_of_line_in_a_label_is_a_blank() throws IOException {
    Release release =
        release("v1.0.csv", (HEADER + "50022139;\"A\nB  \r\";RNCP1\n").getBytes(UTF_8));
    assertThat(release.schemes().getFirst().concepts().getFirst().prefLabel("fr")).isEqualTo("A B");
  }

  @ParameterizedTest
  @CsvSource({
    "Kit apprentissage et RNCP v2.9.csv, v2.9",
    "Kit_apprentissage_20241129.csv, 20241129",
    "KIT V3.0 final.csv, v3.0",
  })
  void the_name_of_the_file_names_the_release(String file, String release) throws IOException {
    assertThat(release(file, (HEADER + ROW).getBytes(UTF_8)).id()).isEqualTo(release);
  }

  @Test
  void a_file_whose_name_says_nothing_is_to_be_named() {
    assertThatThrownBy(() -> release("kit.csv", (HEADER + ROW).getBytes(UTF_8)))
        .hasMessageContaining("--release");
  }

  @Test
  void a_file_without_a_day_is_to_be_dated() throws IOException {
    Path file = Files.writeString(folder.resolve("v2.9.csv"), HEADER + ROW);
    assertThatThrownBy(() -> KitFile.read(Origin.of(file), findings))
        .hasMessageContaining("--date");
  }

  @Test
  void a_file_without_a_column_is_refused() {
    assertThatThrownBy(() -> read("Code;Intitulé Diplôme;CodeRNCP\n" + ROW))
        .hasMessageContaining("colonnes absentes : [CFD]");
  }
}
