package fr.passerelle.vocab.lheo;

import static fr.passerelle.vocab.lheo.LheoFixture.USUAL;
import static fr.passerelle.vocab.lheo.LheoFixture.certification;
import static fr.passerelle.vocab.lheo.LheoFixture.formation;
import static fr.passerelle.vocab.lheo.LheoFixture.lheo;
import static fr.passerelle.vocab.lheo.LheoFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LheoFileTest {
  private static final String RNCP_1 = certification("<code-RNCP>1</code-RNCP>");

  @TempDir Path folder;

  private final Findings findings = new Findings();

  private static Stream<String> cited(Release release) {
    return release.schemes().stream()
        .map(Scheme::concepts)
        .flatMap(List::stream)
        .map(each -> each.ref().toString());
  }

  private static Stream<String> pairs(Release release) {
    return release.correspondences().stream()
        .flatMap(each -> each.pairs().stream())
        .map(pair -> pair.from() + " " + pair.to());
  }

  private static String formacode(String ref, String code) {
    return "<code-FORMACODE%s>%s</code-FORMACODE>"
        .formatted(ref.isEmpty() ? "" : " ref=\"" + ref + "\"", code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.lheo.org/2.0",
        "http://www.lheo.org/2.2",
        "http://lheo.gouv.fr/2.3",
        "https://www.of.moncompteformation.gouv.fr"
      })
  void every_dialect_is_read(String namespace) throws IOException {
    Release release =
        read(folder, lheo(namespace, formation("", formacode("V11", "34582"), RNCP_1)), findings);
    assertThat(release.edition().id()).isEqualTo("lheo-carif-essai");
    assertThat(release.edition().national()).isFalse();
    assertThat(pairs(release)).containsExactly("rncp/RNCP1 formacode-11/34582");
    assertThat(findings.read()).containsEntry("offre.xml", 1);
  }

  @Test
  void no_training_is_published_only_stubs_of_the_codes_it_cites() throws IOException {
    Release release =
        read(folder, lheo(USUAL, formation("", formacode("V11", "34582"), RNCP_1)), findings);
    assertThat(release.schemes().stream().flatMap(scheme -> scheme.concepts().stream()))
        .extracting(Concept::status)
        .containsOnly(Status.REFERENCED);
    assertThat(release.correspondences().getFirst().pairs())
        .allMatch(pair -> pair.predicate() == Predicate.RELATED_MATCH)
        .extracting(pair -> pair.note().comment())
        .containsExactly("1 formation");
    assertThat(release.correspondences().getFirst().author().id()).isEqualTo("lheo-carif-essai");
  }

  @ParameterizedTest
  @CsvSource({
    "V11,           formacode-11",
    "v14,           formacode-14",
    "13,            formacode-13",
    "FORMACODE V12, formacode-12",
    "'',            formacode-inconnu",
    "à jour,        formacode-inconnu",
  })
  void a_formacode_is_of_the_edition_that_its_ref_says_never_of_the_newest(
      String ref, String scheme) throws IOException {
    Release release =
        read(folder, lheo(USUAL, formation("", formacode(ref, "34582"), RNCP_1)), findings);
    assertThat(cited(release)).contains(scheme + "/34582");
    assertThat(findings.repairs()).hasSize(ref.equals("à jour") ? 1 : 0);
  }

  @Test
  void without_ref_the_codes_that_one_edition_alone_has_prove_it_for_the_others()
      throws IOException {
    Release release =
        read(
            folder,
            lheo(USUAL, formation("", formacode("", "21538") + formacode("", "31045"), RNCP_1)),
            findings,
            LheoFixture.formacode(Edition.FORMACODE_13, "21538"),
            LheoFixture.formacode(Edition.FORMACODE_14, "21538", "31045"));
    assertThat(cited(release)).contains("formacode-14/21538", "formacode-14/31045");
  }

  @ParameterizedTest
  @CsvSource({
    "ref says,                    '',                    ' ref=\"V3\"',    D1102, rome-3",
    "ref says,                    '',                    ' ref=\"v460\"',  D1102, rome-4",
    "the day proves,              datemaj=\"20151203\",  '',               D1102, rome-3",
    "the day wins over the code,  datemaj=\"20151203\",  '',               D1103, rome-3",
    "the code alone proves,       datemaj=\"20240601\",  '',               D1103, rome-4",
    "the code alone proves,       '',                    '',               D1999, rome-3",
    "nothing proves,              datemaj=\"20240601\",  '',               D1102, rome-inconnu",
    "nothing proves,              '',                    '',               D1102, rome-inconnu",
    "of neither,                  '',                    '',               D1777, rome-inconnu",
  })
  void a_rome_code_is_of_the_edition_that_is_proven(
      String what, String attributes, String ref, String code, String scheme) throws IOException {
    String rome = "<code-ROME%s>%s</code-ROME>".formatted(ref, code);
    Release release =
        read(
            folder,
            lheo(USUAL, formation(attributes, rome, RNCP_1)),
            findings,
            LheoFixture.rome4());
    assertThat(cited(release)).as(what).contains(scheme + "/" + code);
  }

  @Test
  void a_rome_3_code_is_never_read_as_rome_4_because_its_neighbours_are() throws IOException {
    Release release =
        read(
            folder,
            lheo(
                USUAL,
                formation("", "<code-ROME>D1103</code-ROME><code-ROME>D1102</code-ROME>", RNCP_1)),
            findings,
            LheoFixture.rome4());
    assertThat(pairs(release))
        .containsExactlyInAnyOrder("rncp/RNCP1 rome-4/D1103", "rncp/RNCP1 rome-inconnu/D1102");
    assertThat(findings.remarks())
        .anyMatch(text -> text.startsWith("rome-inconnu : 1 codes cités, dont ni ref"));
  }

  @Test
  void the_whole_file_being_of_before_rome_4_proves_what_its_trainings_do_not() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("offre.xml"),
            lheo(USUAL, formation("", "<code-ROME>D1102</code-ROME>", RNCP_1)));
    Origin origin =
        new Origin(
            file,
            Optional.empty(),
            Optional.of(LocalDate.of(2019, 5, 1)),
            Optional.of("Carif Essai"));
    assertThat(cited(read(origin, findings))).contains("rome-3/D1102");
  }

  @Test
  void a_certification_bears_its_numbers_without_prefix_and_certif_info_names_it_too()
      throws IOException {
    String both =
        certification("<code-RNCP>RNCP 1</code-RNCP><code-CERTIFINFO>19004</code-CERTIFINFO>");
    Release release =
        read(folder, lheo(USUAL, formation("", "<code-NSF>312</code-NSF>", both)), findings);
    assertThat(pairs(release))
        .containsExactlyInAnyOrder(
            "certifinfo/19004 nsf/312", "certifinfo/19004 rncp/RNCP1", "rncp/RNCP1 nsf/312");
    assertThat(findings.repairs())
        .extracting(Findings.Repair::rule)
        .containsExactly("numéro de fiche précédé de son répertoire, le préfixe ôté");
  }

  @Test
  void several_certifications_are_cited_without_saying_which_one_the_codes_are_about()
      throws IOException {
    String two = RNCP_1 + certification("<code-RS>5</code-RS>");
    Release release =
        read(folder, lheo(USUAL, formation("", "<code-NSF>312</code-NSF>", two)), findings);
    assertThat(cited(release)).containsExactlyInAnyOrder("nsf/312", "rncp/RNCP1", "rs/RS5");
    assertThat(pairs(release)).isEmpty();
    assertThat(findings.remarks()).anyMatch(text -> text.contains("plusieurs certifications"));
  }

  @Test
  void the_report_says_which_codes_are_gone_and_what_replaces_them() throws IOException {
    String all =
        Stream.of("1", "2", "3", "4")
            .map(
                number -> formation("", "", certification("<code-RNCP>" + number + "</code-RNCP>")))
            .reduce("", String::concat);
    read(folder, lheo(USUAL, all), findings, LheoFixture.rncp());
    assertThat(findings.remarks())
        .anyMatch(text -> text.equals("rncp : 4 codes cités"))
        .anyMatch(text -> text.startsWith("rncp, inactifs : RNCP2 > RNCP1 (offre.xml:4:"))
        .anyMatch(text -> text.startsWith("rncp, retirés : RNCP3 (offre.xml:5:"))
        .anyMatch(text -> text.startsWith("rncp, inconnus : RNCP4 (offre.xml:6:"));
  }

  @Test
  void codes_of_what_an_organisation_could_teach_are_not_those_of_the_training()
      throws IOException {
    String more =
        RNCP_1
            + "<organisme-formation-responsable><potentiel><code-FORMACODE"
            + " ref=\"V11\">11054</code-FORMACODE></potentiel></organisme-formation-responsable>";
    Release release =
        read(folder, lheo(USUAL, formation("", "<code-NSF>312</code-NSF>", more)), findings);
    assertThat(cited(release)).containsExactlyInAnyOrder("nsf/312", "rncp/RNCP1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "six Formacode    |"
            + " <code-FORMACODE>10001</code-FORMACODE><code-FORMACODE>10002</code-FORMACODE><code-FORMACODE>10003</code-FORMACODE><code-FORMACODE>10004</code-FORMACODE><code-FORMACODE>10005</code-FORMACODE><code-FORMACODE>10006</code-FORMACODE>"
            + " | '' | too-many | admet 5",
        "four NSF         |"
            + " <code-NSF>100</code-NSF><code-NSF>110</code-NSF><code-NSF>111</code-NSF><code-NSF>112</code-NSF>"
            + " | '' | too-many | admet 3",
        "six ROME         |"
            + " <code-ROME>A1101</code-ROME><code-ROME>A1102</code-ROME><code-ROME>A1103</code-ROME><code-ROME>A1104</code-ROME><code-ROME>A1105</code-ROME><code-ROME>A1106</code-ROME>"
            + " | '' | too-many | admet 5",
        "a short Formacode| <code-FORMACODE>1234</code-FORMACODE> | '' | code | cinq chiffres",
        "a wrong NSF      | <code-NSF>31</code-NSF> | '' | code | trois chiffres",
        "a ROME 2 code    | <code-ROME>12345</code-ROME> | '' | code | quatre chiffres",
        "an RS number     | '' | <code-RNCP>RS12</code-RNCP> | code | chiffres",
        "two RNCP numbers | '' | <code-RNCP>1</code-RNCP><code-RNCP>2</code-RNCP> | too-many |"
            + " admet 1",
        "words            | '' | <code-CERTIFINFO>aucun</code-CERTIFINFO> | code | chiffres",
      })
  void a_fault_is_refused_with_its_line_and_its_column(
      String what, String codes, String numbers, String rule, String words) {
    String text =
        lheo(
            USUAL,
            formation("", "<code-NSF>312</code-NSF>", RNCP_1),
            formation("", codes, certification(numbers)));
    Fault fault = fault(text);
    assertThat(fault.place()).as(what).matches("offre\\.xml:4:\\d+");
    assertThat(fault.rule()).isEqualTo(rule);
    assertThat(fault.message()).contains("formation F1", words);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<lheo xmlns=\"http://www.lheo.org/9.9\"><offres/></lheo>            | namespace",
        "<lheo><offres/></lheo>                                              | namespace",
        "<FICHES/>                                                           | xml",
        "<!DOCTYPE lheo><lheo xmlns=\"http://www.lheo.org/2.2\"/>            | dtd",
        "<!DOCTYPE l [<!ENTITY x \"y\">]><lheo xmlns=\"http://www.lheo.org/2.2\">&x;</lheo> | dtd",
        "<lheo xmlns=\"http://www.lheo.org/2.2\"><offres><formation>         | xml",
        "<lheo xmlns=\"http://www.lheo.org/2.2\"><offres/></lheo>            | empty",
        "<lheo"
            + " xmlns=\"http://www.lheo.org/2.2\"><offres><formation><domaine-formation><code-NSF><b/></code-NSF></domaine-formation></formation></offres></lheo>"
            + " | xml",
      })
  void what_is_no_sound_lheo_is_refused_whole(String text, String rule) {
    assertThat(fault(text).rule()).isEqualTo(rule);
  }

  private Fault fault(String text) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> read(folder, text, findings));
    assertThat(refused).isNotNull();
    assertThat(refused.faults()).hasSize(1);
    return refused.faults().getFirst();
  }

  @Test
  void a_wrong_training_is_refused_alone_where_a_person_admits_it() throws IOException {
    String text =
        lheo(
            USUAL,
            formation("", "<code-NSF>312</code-NSF>", RNCP_1),
            formation("", "<code-NSF>31</code-NSF><code-ROME>D1102</code-ROME>", RNCP_1));
    Findings lenient = new Findings(Optional.of(1));
    assertThat(pairs(read(folder, text, lenient))).containsExactly("rncp/RNCP1 nsf/312");
    assertThat(lenient.refusedRecords()).isEqualTo(1);
  }

  @Test
  void a_latin_1_file_of_edof_is_read_as_such() throws IOException {
    String text =
        lheo(
                "https://www.of.moncompteformation.gouv.fr",
                formation("", "<code-NSF>312</code-NSF>", RNCP_1).replace(">T<", ">Été<"))
            .replace("UTF-8", "ISO-8859-1");
    Path file = Files.write(folder.resolve("edof.xml"), text.getBytes(StandardCharsets.ISO_8859_1));
    Origin origin =
        new Origin(
            file, Optional.empty(), Optional.of(LocalDate.of(2026, 1, 31)), Optional.of("EDOF"));
    assertThat(pairs(read(origin, findings))).hasSize(1);
  }

  @Test
  void who_publishes_the_supply_is_to_be_said() throws IOException {
    Path file = Files.writeString(folder.resolve("offre.xml"), lheo(USUAL));
    assertThatThrownBy(() -> read(Origin.of(file), findings)).hasMessageContaining("--author");
  }
}
