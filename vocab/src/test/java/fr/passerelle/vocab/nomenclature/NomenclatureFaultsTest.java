package fr.passerelle.vocab.nomenclature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typed nomenclatures, whole and with each fault. */
class NomenclatureFaultsTest {
  private static final String GROUPS =
      """
      GROUPE_SPECIALITE;DOMAINE_SPECIALITE;LIBELLE_LONG;DATE_INTERVENTION;LIBELLE_EDITION
      221;22;AGRO-ALIMENTAIRE, CUISINE;22/12/1999;Agro-alimentaire, alimentation, cuisine
      """;

  private static final String DOMAINS =
      """
      DOMAINE_SPECIALITE;CATEGORIE_SPECIALITE;LIBELLE_LONG;DATE_INTERVENTION
      22;2;TRANSFORMATIONS;03/05/1996
      """;

  private static final String CATEGORIES =
      """
      CATEGORIE_SPECIALITE;LIBELLE_LONG;DATE_INTERVENTION
      2;PRODUCTION;25/01/2000
      """;

  private static final String DIPLOMAS =
      """
      FORMATION_DIPLOME;NIVEAU_FORMATION_DIPLOME;GROUPE_SPECIALITE;LETTRE_SPECIALITE;LIBELLE_COURT;\
      LIBELLE_STAT_33;LIBELLE_LONG_200;DATE_OUVERTURE;DATE_FERMETURE;DATE_PREMIERE_SESSION;\
      DATE_DERNIERE_SESSION;COMMENTAIRE;DATE_INTERVENTION;NIVEAU_QUALIFICATION_RNCP
      50022101;500;221;S;CAP;BOULANGER;BOULANGER (CAP);01/09/1980;31/08/2014;1982;2014;\
      REMPLACE PAR LE CAP BOULANGER (50022139S).;10/12/2020;03
      50022139;500;221;S;CAP;BOULANGER;BOULANGER (CAP);01/09/2014;;2016;;;10/12/2020;03
      """;

  private static final String LEVELS =
      """
      NIVEAU_FORMATION_DIPLOME;NIVEAU_INTERMINISTERIEL;LIBELLE_COURT;LIBELLE_100;DATE_OUVERTURE;\
      DATE_FERMETURE;DATE_INTERVENTION;N_COMMENTAIRE;NIVEAU_QUALIFICATION_RNCP
      500;5;CAP;CERTIFICAT D'APTITUDE PROFESSIONNELLE;;;10/12/2020;;03
      """;

  private static final String FAMILIES =
      """
      Code FAP 22;Intitulé FAP 22;Code FAP 86;Intitulé FAP 86;Code FAP 228;Intitulé FAP 228;\
      Code FAP 341;Intitulé FAP 341
      S;Hôtellerie;S0Z;Métiers de bouche;S0Z20;Cuisiniers;S0Z20a;Chefs
      S;Hôtellerie;S0Z;Métiers de bouche;S0Z42;Boulangers;S0Z42;Boulangers
      """;

  private static final String PAIRS =
      """
      code_rome;code_formacode_v14;libelle_formacode_v14
      N2201;31872;Transport maritime
      """;

  @TempDir Path folder;

  private final Findings findings = new Findings();

  private List<Release> read(String kind, String from, String to) throws IOException {
    return switch (kind) {
      case "nsf" -> {
        file("n_categorie_specialite_.csv", CATEGORIES, from, to);
        file("n_domaine_specialite_.csv", DOMAINS, from, to);
        yield NsfFile.read(file("n_groupe_specialite_.csv", GROUPS, from, to), findings);
      }
      case "cfd" -> CfdFile.read(file("vFormationDiplome_.csv", DIPLOMAS, from, to), findings);
      case "levels" ->
          NiveauFile.read(file("nNiveauFormationDiplome_.csv", LEVELS, from, to), findings);
      case "fap" -> FapFile.read(file("fap.csv", FAMILIES, from, to), findings);
      case "pairs" -> RomeFormacodeFile.read(file("rome_v61.csv", PAIRS, from, to), findings);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Origin file(String name, String text, String from, String to) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text.replace(from, to));
    return new Origin(file, Optional.empty(), Optional.of(LocalDate.of(2024, 1, 1)));
  }

  @ParameterizedTest
  @CsvSource({"nsf, 1, 3", "cfd, 1, 2", "levels, 2, 6", "fap, 1, 5", "pairs, 1, 1"})
  void a_sound_file_is_read(String kind, int releases, int concepts) throws IOException {
    List<Release> read = read(kind, "@", "@");
    assertThat(read).hasSize(releases);
    assertThat(read.getFirst().schemes().getFirst().concepts()).hasSize(concepts);
    assertThat(findings.repairs()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} > {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nsf    | 221;22;       | 221;23;       | n_groupe_specialite_.csv:2:2    | orphan-link",
        "nsf    | 221;22;       | 22w;22;       | n_groupe_specialite_.csv:2:1    | required",
        "nsf    | 22;2;TRANS    | 22;9;TRANS    | n_domaine_specialite_.csv:2:2   | orphan-link",
        "nsf    | 2;PRODUCTION; | 2;;           | n_categorie_specialite_.csv:2:1 | required",
        "nsf    | 22/12/1999    | 22/13/1999    | n_groupe_specialite_.csv:2:4    | date",
        "cfd    | 50022139;500  | 5002213;500   | vFormationDiplome_.csv:3:1      | required",
        "cfd    | 50022139;500  | 50022101;500  | vFormationDiplome_.csv:3:1      | duplicate-code",
        "cfd    | 50022139;500;221 | 50022139;500;22w | vFormationDiplome_.csv:3:3 | code",
        "cfd    | ;;;10/12/2020;03 | ;;;10/12/2020;9  | vFormationDiplome_.csv:3:14 | level",
        "cfd    | 31/08/2014    | 31/09/2014    | vFormationDiplome_.csv:2:9      | date",
        "levels | 500;5;        | 500;V;        | nNiveauFormationDiplome_.csv:2:2 | level",
        "levels | ;;03          | ;;3           | nNiveauFormationDiplome_.csv:2:9 | level",
        "levels | 500;5;        | 50;5;         | nNiveauFormationDiplome_.csv:2:1 | required",
        "fap    | S0Z42;Boulangers;S0Z42;Boulangers | S0Z42;Boulangers;S0Z42;Pains | fap.csv:3:8 |"
            + " two-labels",
        "fap    | S;Hôtellerie;S0Z;Métiers de bouche;S0Z42 | T;Services;S0Z;Métiers de bouche;S0Z42"
            + " | fap.csv:3:3 | two-parents",
        "fap    | S0Z20a        | S0Z2a         | fap.csv:2:7                     | required",
        "pairs  | N2201         | N22           | rome_v61.csv:2:1                | code",
        "pairs  | 31872         | 3187          | rome_v61.csv:2:1                | code",
      })
  void a_fault_is_refused_where_it_is(
      String kind, String from, String to, String place, String rule) {
    assertThatThrownBy(() -> read(kind, from, to))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(place + " [" + rule + "]");
  }

  @Test
  void nsf_needs_its_three_files() throws IOException {
    Origin groups = file("n_groupe_specialite_.csv", GROUPS, "@", "@");
    assertThatThrownBy(() -> NsfFile.read(groups, findings))
        .hasMessageContaining("n_categorie_specialite_.csv [missing-file]");
    Origin domains = file("n_domaine_specialite_.csv", DOMAINS, "@", "@");
    assertThatThrownBy(() -> NsfFile.read(domains, findings))
        .hasMessageContaining("donner le fichier des groupes");
  }

  @Test
  void a_diploma_has_less_without_the_file_of_kinds_and_it_is_said() throws IOException {
    Release release = read("cfd", "@", "@").getFirst();
    assertThat(release.schemes())
        .extracting(each -> each.id())
        .containsExactly("cfd", "nsf", "niveaux-2019");
    assertThat(findings.remarks())
        .anyMatch(text -> text.contains("nNiveauFormationDiplome_.csv absent du dossier"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REMPLACE PAR LE CAP BOULANGER (50022139S).          | 50022139",
        "remplace par le 50022139                            | 50022139",
        "REMPLACEE, AVEC LA MC (01022101S), PAR 50022139.    | 50022139",
        "REMPLACE PAR LE CAP BOULANGER (50022139T).          | ''",
        "SERAIT REMPLACE PAR 50022139.                       | ''",
        "1ERE ANNEE COMMUNE DE 50022102S (REMPLACE PAR 50022139S). | ''",
        "REMPLACE LE CAP 50022139S.                          | ''",
        "remplace par le 50022140                            | ''",
        "remplace par le 50022101                            | ''",
        "remplace par le CAP. Voir 50022139.                 | ''",
      })
  void a_successor_is_read_only_where_it_cannot_be_misread(String comment, String code)
      throws IOException {
    Release release = read("cfd", "REMPLACE PAR LE CAP BOULANGER (50022139S).", comment).getFirst();
    assertThat(
            release.schemes().getFirst().find("50022101").orElseThrow().links().stream()
                .filter(link -> link.target().scheme().equals("cfd"))
                .map(link -> link.target().code()))
        .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void a_quotation_mark_that_begins_a_cell_is_a_character() throws IOException {
    String comment = "\"Diplome d'etat\" en 4 ans";
    Release release = read("cfd", "REMPLACE PAR LE CAP BOULANGER (50022139S).", comment).getFirst();
    assertThat(release.schemes().getFirst().find("50022101").orElseThrow().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.text()).isEqualTo(comment));
  }

  @Test
  void a_pair_repeated_is_kept_once_and_counted() throws IOException {
    String row = "N2201;31872;Transport maritime\n";
    Release release = read("pairs", row, row + row).getFirst();
    assertThat(release.correspondences().getFirst().pairs()).hasSize(1);
    assertThat(findings.repairs().getFirst().count()).isEqualTo(1);
  }
}
