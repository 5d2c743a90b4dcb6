package fr.passerelle.vocab.certifinfo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A typed file of three diplomas, whole and with each fault. */
class CertifInfoFileTest {
  private static final String HEADER =
      "Code_Diplome;Libelle_Diplome;Libelle_Type_Diplome;Code_Niveau_Europeen;Date_MaJ;"
          + "Code_FormaCode;Libelle_FormaCode;Code_Rome_1;Code_Rome_2;Code_Rome_3;Code_Rome_4;"
          + "Code_Rome_5;Code_Nsf;Code_RNCP;Code_RS;Code_Scolarité;valideur;certificateur;"
          + "Annee_Premiere_Session;Annee_Derniere_Session;Code_Ancien_Diplome;"
          + "Intitulé_Ancien_Diplome;`Options`;Etat_Libelle;Etat_Ancien_Diplome_Libelle";

  private static final String BAKER =
      "100;CAP boulanger;CAP;3;28/06/2024;21538;Boulangerie;D1102;M1700;;;;221;37537;;50022139;"
          + "Ministère de l'éducation;,Ministère A, B et C,Autre;1980;2026;90;CAP ancien;  ;Publié;"
          + "archivée";

  private static final String DRIVER =
      "101;Permis CACES;Habilitation;;01/02/2024;31753;Cariste;;;;;;311;;5638;;Recherche;;;;;;  ;"
          + "habilitations;inconnu";

  private static final String WITHOUT_NUMBER =
      "102;DU boulange;DU;;01/02/2023;21538;Boulangerie;;;;;;;;;;;;;;100;CAP boulanger;  ;Publié;"
          + "Publié";

  @TempDir Path folder;

  private final Findings findings = new Findings();

  private Release read(String... rows) throws IOException {
    return readText(
        Stream.concat(Stream.of(HEADER), Stream.of(rows)).collect(Collectors.joining("\n")));
  }

  private Release readText(String text) throws IOException {
    Path file = folder.resolve("certif_info.csv");
    Files.write(file, text.getBytes(UTF_8));
    return CertifInfoFile.read(Origin.of(file), findings, FormacodeEditions::none).getFirst();
  }

  @Test
  void a_row_gives_a_diploma_and_its_pairs() throws IOException {
    Release release = read(BAKER, DRIVER, WITHOUT_NUMBER);
    Concept baker = release.schemes().getFirst().find("100").orElseThrow();
    assertThat(baker.properties())
        .containsEntry(Property.NIVEAU, "3")
        .containsEntry(Property.CERTIFICATEURS, "Ministère A, B et C\nAutre")
        .containsEntry(Property.DATE_MISE_A_JOUR, "2024-06-28")
        .containsEntry(Property.PREMIERE_SESSION, "1980");
    assertThat(release.correspondences().stream().flatMap(each -> each.pairs().stream()))
        .extracting(pair -> pair.from().code() + ">" + pair.to())
        .containsExactlyInAnyOrder(
            "100>rome-3/D1102",
            "100>rome-3/M1700",
            "100>nsf/221",
            "100>rncp/RNCP37537",
            "100>cfd/50022139",
            "100>formacode-inconnu/21538",
            "RNCP37537>rome-3/D1102",
            "RNCP37537>rome-3/M1700",
            "RNCP37537>nsf/221",
            "RNCP37537>formacode-inconnu/21538",
            "50022139>rncp/RNCP37537",
            "101>nsf/311",
            "101>rs/RS5638",
            "101>formacode-inconnu/31753",
            "RS5638>formacode-inconnu/31753",
            "102>formacode-inconnu/21538");
  }

  @Test
  void a_formacode_of_an_edition_that_nothing_proves_says_so() throws IOException {
    assertThat(pairs(read(BAKER), "certifinfo", "formacode-inconnu"))
        .extracting(pair -> pair.note().comment())
        .containsExactly("version du Formacode non précisée");
    assertThat(findings.remarks()).anyMatch(text -> text.contains("aucune version du Formacode"));
  }

  @Test
  void a_rome_domain_is_no_sheet() throws IOException {
    assertThat(pairs(read(BAKER), "rncp", "rome-3"))
        .extracting(pair -> pair.to().code() + " " + pair.note().comment())
        .containsExactly("D1102 ", "M1700 domaine ROME, non une fiche");
  }

  @Test
  void a_refused_row_leaves_the_others_and_its_diploma_as_it_is_published() throws IOException {
    Release before = read(BAKER, DRIVER);
    Path file = folder.resolve("certif_info.csv");
    String typo = BAKER.replace("D1102", "D11O2");
    Files.write(file, String.join("\n", HEADER, typo, DRIVER, WITHOUT_NUMBER).getBytes(UTF_8));
    Findings stated = new Findings(Optional.of(1));
    Release after =
        CertifInfoFile.read(
                Origin.of(file), stated, FormacodeEditions::none, edition -> Optional.of(before))
            .getFirst();

    assertThat(stated.refused()).singleElement().asString().contains("certif_info.csv:2:");
    assertThat(stated.remarks()).anyMatch(remark -> remark.endsWith("publiés : 100"));
    assertThat(after.schemes().getFirst().find("100")).isPresent();
    assertThat(pairs(after, "rncp", "rome-3")).isEqualTo(pairs(before, "rncp", "rome-3"));
    assertThat(pairs(after, "certifinfo", "rome-3"))
        .isEqualTo(pairs(before, "certifinfo", "rome-3"));
    assertThat(after.schemes().getFirst().find("102")).isPresent();
  }

  @Test
  void a_diploma_on_several_rows_is_one_and_keeps_all_its_numbers() throws IOException {
    Release release = read(DRIVER, DRIVER.replace("5638", "2754"));
    assertThat(release.schemes().getFirst().concepts()).hasSize(1);
    assertThat(pairs(release, "certifinfo", "rs"))
        .extracting(pair -> pair.to().code())
        .containsExactly("RS2754", "RS5638");
    assertThat(findings.repairs().getFirst().count()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a code of letters         | 100;CAP     | X00;CAP   | certif_info.csv:2:1  | required     "
            + "  | X00",
        "no label                  | CAP boulanger;CAP | ;CAP | certif_info.csv:2:1 | required     "
            + "  | libellé",
        "a level beyond            | CAP;3;      | CAP;9;    | certif_info.csv:2:4  | level        "
            + "  | 1 à 8",
        "a day that is none        | 28/06/2024  | 31/06/2024| certif_info.csv:2:5  | date         "
            + "  | JJ/MM/AAAA",
        "another calendar          | 28/06/2024  | 2024-06-28| certif_info.csv:2:5  | date         "
            + "  | JJ/MM/AAAA",
        "a short formacode         | 21538       | 2153      | certif_info.csv:2:6  | code         "
            + "  | cinq chiffres",
        "a ROME code of another form | D1102     | D110      | certif_info.csv:2:8  | code         "
            + "  | quatre chiffres",
        "an NSF group with a letter| ;221;       | ;221w;    | certif_info.csv:2:13 | code         "
            + "  | trois chiffres",
        "a prefix on the number    | ;37537;     | ;RNCP37537; | certif_info.csv:2:14 | code       "
            + "  | sans préfixe",
        "a CFD without its zero    | 50022139    | 1022139   | certif_info.csv:2:16 | code         "
            + "  | huit caractères",
        "a year of two digits      | ;1980;      | ;80;      | certif_info.csv:2:19 | year         "
            + "  | quatre chiffres",
        "its own successor         | ;90;        | ;100;     | certif_info.csv:2:21 | successor    "
            + "  | autre code",
        "a cell missing            | ;archivée   | ''        | certif_info.csv:2:24 | row-length   "
            + "  | 24 cellules",
      })
  void a_fault_is_refused_where_it_is(
      String what, String from, String to, String place, String rule, String reason) {
    assertThat(BAKER).as(what).contains(from);
    assertThatThrownBy(() -> read(BAKER.replace(from, to), DRIVER))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              Fault first = refused.faults().getFirst();
              assertThat(first.place()).isEqualTo(place);
              assertThat(first.rule()).isEqualTo(rule);
              assertThat(first.message()).contains(reason);
            });
  }

  @Test
  void two_descriptions_of_one_code_are_refused() {
    assertThatThrownBy(() -> read(BAKER, BAKER.replace("CAP boulanger", "CAP pâtissier")))
        .hasMessageContaining("certif_info.csv:3:1 [duplicate-code]");
  }

  @Test
  void all_faults_are_seen_at_once() {
    assertThatThrownBy(() -> read(BAKER.replace("D1102", "X"), DRIVER.replace("31753", "Y")))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.faults()).hasSize(2));
  }

  @Test
  void a_column_absent_is_refused_by_name() {
    assertThatThrownBy(() -> readText(HEADER.replace("Code_Nsf", "Nsf") + "\n" + BAKER))
        .hasMessageContaining("[Code_Nsf]");
  }

  @Test
  void a_column_not_read_is_said() throws IOException {
    Release unused = read(BAKER);
    assertThat(unused.size()).isPositive();
    assertThat(findings.remarks()).anyMatch(text -> text.contains("[`Options`]"));
  }

  private static List<Pair> pairs(Release release, String source, String target) {
    return release.correspondences().stream()
        .filter(each -> each.source().equals(source) && each.target().equals(target))
        .map(Correspondence::pairs)
        .findFirst()
        .orElseThrow();
  }
}
