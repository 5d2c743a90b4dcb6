package fr.passerelle.vocab.rncp;

import static fr.passerelle.vocab.rncp.RncpFixture.DAY;
import static fr.passerelle.vocab.rncp.RncpFixture.csv;
import static fr.passerelle.vocab.rncp.RncpFixture.fiche;
import static fr.passerelle.vocab.rncp.RncpFixture.file;
import static fr.passerelle.vocab.rncp.RncpFixture.read;
import static fr.passerelle.vocab.rncp.RncpFixture.xml;
import static fr.passerelle.vocab.rncp.RncpFixture.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault has its fixture; each refusal says where, which rule, and what to do. */
class BadRncpTest {
  @TempDir Path folder;

  private List<Fault> faults(Path path) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> read(path, new Findings()));
    assertThat(refused).as("refusal of %s", path.getFileName()).isNotNull();
    return refused.faults();
  }

  private Fault fault(Path path) {
    List<Fault> faults = faults(path);
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ACTIF>Peut-être</ACTIF>                             | flag   | « Peut-être »",
        "<DATE_DECISION>31/02/2024</DATE_DECISION>            | date   | « 31/02/2024 »",
        "<DATE_EFFET>2024-02-01</DATE_EFFET>                  | date   | « 2024-02-01 »",
        "<CODES_ROME><ROME><CODE>1234</CODE></ROME></CODES_ROME> | code | « 1234 »",
        "<FORMACODES><FORMACODE><CODE>A</CODE></FORMACODE></FORMACODES> | code | « A »",
        "<CODES_NSF><NSF><CODE>22x1</CODE></NSF></CODES_NSF>  | code   | « 22x1 »",
        "<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>?</CODE><LIBELLE>L</LIBELLE></BLOC_COMPETENCES></BLOCS_COMPETENCES>"
            + " | bloc | « ? »",
        "<NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>12</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>"
            + " | number | « 12 »",
        "<SI_JURY_FI><ACTIF>?</ACTIF></SI_JURY_FI>            | flag   | « ? »"
      })
  void a_wrong_record_is_refused_with_its_line_its_column_and_its_number(
      String more, String rule, String words) throws Exception {
    Path path = file(folder, xml(fiche("RNCP1", ""), fiche("RNCP77", more)));
    Fault fault = fault(path);
    assertThat(fault.place()).matches("fiches_" + DAY + "\\.xml:5:\\d+");
    assertThat(fault.rule()).isEqualTo(rule);
    assertThat(fault.message()).contains("RNCP77", words, "corriger la fiche");
  }

  @Test
  void all_wrong_records_are_told_at_once() throws Exception {
    Path path =
        file(
            folder,
            xml(
                fiche("RNCP1", "<ACTIF>?</ACTIF>"),
                fiche("RNCP1", ""),
                fiche("FC12", ""),
                "<FICHE><NUMERO_FICHE>RNCP4</NUMERO_FICHE></FICHE>"));
    assertThat(faults(path))
        .extracting(Fault::rule)
        .containsExactly("flag", "duplicate-code", "number", "required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE FICHES>                                         | RNCP1",
        "<!DOCTYPE FICHES [<!ENTITY x \"boum\">]>                  | &x;",
        "<!DOCTYPE FICHES [<!ENTITY x SYSTEM \"file:///etc/hostname\">]> | &x;",
        "<!DOCTYPE FICHES SYSTEM \"http://192.0.2.1/fiches.dtd\">  | RNCP1",
        "<!DOCTYPE F [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]> | &b;"
      })
  void a_dtd_is_refused_where_it_stands(String doctype, String number) throws Exception {
    String text = xml(fiche(number, "")).replace("<FICHES>", doctype + "\n<FICHES>");
    Fault fault = fault(file(folder, text));
    assertThat(fault.rule()).isEqualTo("dtd");
    assertThat(fault.place()).startsWith("fiches_" + DAY + ".xml:2:");
    assertThat(fault.message()).contains("refusé");
  }

  @Test
  void an_entity_without_a_dtd_is_refused() throws Exception {
    Fault fault = fault(file(folder, xml(fiche("RNCP1", "<ETAT_FICHE>&bombe;</ETAT_FICHE>"))));
    assertThat(fault.rule()).isIn("dtd", "xml");
    assertThat(fault.place()).startsWith("fiches_" + DAY + ".xml:4:");
  }

  @Test
  void a_truncated_xml_is_refused_at_its_end() throws Exception {
    String text = xml(fiche("RNCP1", ""), fiche("RNCP2", ""));
    Fault fault = fault(file(folder, text.substring(0, text.indexOf("RNCP2</INT"))));
    assertThat(fault.rule()).isEqualTo("xml");
    assertThat(fault.place()).startsWith("fiches_" + DAY + ".xml:5:");
    assertThat(fault.message()).contains("tronqué", "télécharger");
  }

  @Test
  void the_extract_cut_anywhere_is_never_half_loaded() throws Exception {
    byte[] whole =
        Files.readAllBytes(RealFiles.require("rncp/export_fiches_RNCP_V4_1_extract.xml"));
    for (int part = 1; part < 10; part++) {
      Path cut = folder.resolve("cut-" + DAY + ".xml");
      Files.write(cut, java.util.Arrays.copyOf(whole, whole.length * part / 10));
      assertThat(faults(cut)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<FICHES><VERSION_FLUX>3.0</VERSION_FLUX></FICHES>        | version | « 3.0 »",
        "<FICHES><VERSION_FLUX>5.1</VERSION_FLUX></FICHES>        | version | « 5.1 »",
        "<FICHES><FICHE/></FICHES>                                | version | VERSION_FLUX attendu",
        "<lheo/>                                                  | xml     | racine <lheo>",
        "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>        | empty   | aucune fiche",
        "<FICHES><VERSION_FLUX><A/></VERSION_FLUX></FICHES>       | xml     | <A> dans"
            + " <VERSION_FLUX>",
        "Numero_Fiche;Intitule                                    | content | ni un zip ni un XML"
      })
  void what_is_not_the_xml_v4_is_refused_clearly(String text, String rule, String words)
      throws Exception {
    Fault fault = fault(file(folder, text));
    assertThat(fault.rule()).isEqualTo(rule);
    assertThat(fault.message()).contains(words);
  }

  @Test
  void an_xml_without_a_date_asks_for_one() throws Exception {
    Path path = Files.writeString(folder.resolve("f.xml"), xml(fiche("RNCP1", "")));
    assertThat(fault(path).message()).contains("--date AAAA-MM-JJ");
  }

  @Test
  void a_zip_of_something_else_is_refused() throws Exception {
    Path path = zip(folder.resolve("x.zip"), "lisezmoi.txt", "rien");
    assertThat(fault(path).rule()).isEqualTo("content");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rome         | Numero;Code                      |"
            + " export_fiches_CSV_Rome_2026_02_02.csv:1:1 | header",
        "Rome         | Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle~RNCP9;D1102;Pain |"
            + " export_fiches_CSV_Rome_2026_02_02.csv:2:1 | orphan-link",
        "Rome         | Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle~RNCP1;D11;Pain |"
            + " export_fiches_CSV_Rome_2026_02_02.csv:2:2 | code",
        "Rome         | Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle~RNCP1;D1102 |"
            + " export_fiches_CSV_Rome_2026_02_02.csv:2:2 | row-length",
        "Blocs_De_Compétences |"
            + " Numero_Fiche;Bloc_Competences_Code;Bloc_Competences_Libelle~RNCP1;1;A~RNCP1;1;B |"
            + " export_fiches_CSV_Blocs_De_Compétences_2026_02_02.csv:3:2 | duplicate-code",
        "Ancienne_Nouvelle_Certification |"
            + " Numero_Fiche;Ancienne_Certification;Nouvelle_Certification~RNCP1;12; |"
            + " export_fiches_CSV_Ancienne_Nouvelle_Certification_2026_02_02.csv:2:2 | number"
      })
  void a_wrong_cell_of_a_csv_is_refused_with_its_place(
      String name, String lines, String place, String rule) throws Exception {
    Map<String, String> files = RncpFixture.csv();
    files.put(name, csv(lines.split("~")));
    Fault fault = fault(zip(folder, files));
    assertThat(fault.place()).isEqualTo(place);
    assertThat(fault.rule()).isEqualTo(rule);
  }

  @Test
  void a_number_on_two_rows_of_the_standard_file_is_refused() throws Exception {
    Map<String, String> files = RncpFixture.csv();
    files.computeIfPresent("Standard", (name, text) -> text + csv("9;RNCP2;Autre;;;;;;;;;ACTIVE"));
    Fault fault = fault(zip(folder, files));
    assertThat(fault.rule()).isEqualTo("duplicate-code");
    assertThat(fault.message()).contains("RNCP2");
  }

  @Test
  void a_file_of_the_ten_that_is_absent_or_twice_there_is_refused() throws Exception {
    Map<String, String> files = RncpFixture.csv();
    String rome = files.remove("Rome");
    assertThat(fault(zip(folder, files)).rule()).isEqualTo("missing-file");
    files.put("Rome", rome);
    files.put("Rome_bis", rome);
    assertThat(fault(zip(folder, files)).rule()).isEqualTo("entry-name");
  }
}
