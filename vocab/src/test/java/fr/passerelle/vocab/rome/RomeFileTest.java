package fr.passerelle.vocab.rome;

import static fr.passerelle.vocab.Link.Kind.BROADER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fixture zip is read to. */
class RomeFileTest {
  @TempDir static Path folder;
  static Findings findings = new Findings();
  static Release release;

  @BeforeAll
  static void read() {
    release = RomeFixture.whole().read(folder.resolve("RefRomeCsv.zip"), findings);
  }

  @Test
  void the_release_bears_the_name_and_date_that_its_producer_gives() {
    assertThat(release.edition().id()).isEqualTo("rome-4");
    assertThat(release.id()).isEqualTo("60");
    assertThat(release.source().file()).isEqualTo("RefRomeCsv.zip");
    assertThat(release.source().issued()).isEqualTo(LocalDate.of(2025, 9, 18));
    assertThat(release.source().sample()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rome-4                  | 30
          rome-3                  | 4
          rome-4-secteur-activite | 5
          rome-4-secteur-naf      | 3
          rome-4-theme            | 2
          rome-4-centre-interet   | 2
          rome-4-type-contexte    | 2
          rome-4-riasec           | 5
          """)
  void every_list_is_a_scheme(String scheme, int concepts) {
    assertThat(scheme(scheme).concepts()).hasSize(concepts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D      | GRAND_DOMAINE         | Commerce et artisanat                    |
          D11    | DOMAINE_PROFESSIONNEL | Commerce alimentaire                     | D
          D1102  | FICHE_METIER          | Boulanger / Boulangère                   | D11
          M1805  | FICHE_METIER          | Développeur / Développeuse informatique  | M18
          11001  | APPELLATION           | Boulanger / Boulangère                   | D1102
          11008  | APPELLATION           | Ingénieur / Ingénieure d'étude           | M1805
          300001 | MACRO_COMPETENCE      | Fabriquer des produits alimentaires      |
          100101 | COMPETENCE            | Pétrir la pâte                           | 300001
          100104 | COMPETENCE            | Contrôler des comptes                    |
          100201 | SAVOIR                | Techniques de panification               |
          400003 | CONTEXTE_TRAVAIL      | En boutique                              |
          """)
  void a_code_has_a_type_a_label_and_a_parent(
      String code, String type, String label, String broader) {
    Concept concept = concept("rome-4", code);
    assertThat(concept.type()).hasToString(type);
    assertThat(concept.status()).isEqualTo(Status.CURRENT);
    assertThat(concept.prefLabels()).containsExactly(Label.fr(label));
    assertThat(targets(concept, BROADER)).isEqualTo(broader == null ? "" : broader);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D1102 | Boulanger-pâtissier / Boulangère-pâtissière
          M1805 | Développeur / Développeuse web; Ingénieur / Ingénieure d'étude
          M1801 |
          11001 |
          11002 | Boulanger(ère)-pâtissier(ère)
          11008 | Ingénieur(e) d'étude
          """)
  void other_labels_are_those_that_differ_from_the_preferred_one(String code, String labels) {
    assertThat(
            concept("rome-4", code).altLabels().stream()
                .map(Label::text)
                .collect(Collectors.joining("; ")))
        .isEqualTo(labels == null ? "" : labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D1102  | COMPETENCE       | 100101*, 100102, 300003
          D1102  | SAVOIR           | 100201*
          D1102  | CONTEXTE_TRAVAIL | 400001, 400003
          M1203  | COMPETENCE       | 100104*, 300003*
          M1203  | SAVOIR           | 100203+
          M1805  | COMPETENCE       | 100103*, 300002+
          M1805  | MOBILITE         | 1:M1801, 2:M1203
          M1801  | MOBILITE         | 1:M1805
          M1203  | MOBILITE         |
          D1102  | PARENT_V3        | D1102
          M1801  | PARENT_V3        | M1805
          M1203  | PARENT_V3        |
          11004  | PARENT_V3        | M1202
          D1102  | THEME            | 001
          D1102  | CENTRE_INTERET   | 1*
          M1805  | CENTRE_INTERET   | 1
          D1102  | SECTEUR_ACTIVITE | 146*
          M1805  | SECTEUR_ACTIVITE | 120*, 110
          M1805  | SECTEUR_NAF      | 62
          D1102  | RIASEC           | R*, A
          M1203  | RIASEC           | C*
          300003 | RIASEC           | C*, S
          400001 | TYPE_CONTEXTE    | 2
          """)
  void links_keep_their_marks_and_ranks(String code, Link.Kind kind, String links) {
    assertThat(targets(concept("rome-4", code), kind)).isEqualTo(links == null ? "" : links);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D1102 | {CODE_OGR=201, CODE_FICHE_METIER=101, TRANSITION_ECOLOGIQUE=Emploi Blanc, \
          TRANSITION_DEMOGRAPHIQUE=false, EMPLOI_REGLEMENTE=true, EMPLOI_CADRE=false}
          M1203 | {CODE_OGR=202, CODE_FICHE_METIER=102}
          11004 | {CLASSIFICATION=SYNONYME, PEU_USITE=true}
          11003 | {CLASSIFICATION=PRINCIPALE}
          100102 | {SERT_TRANSITION_ECOLOGIQUE=true, CATEGORIE=Savoir-faire, SOUS_CATEGORIE=Technique}
          300001 | {CATEGORIE=Savoir-faire, SOUS_CATEGORIE=Technique, CODE_MACRO_COMPETENCE=4A101, \
          HETEROGENEITE=Faible}
          """)
  void a_flag_is_true_or_false_or_not_said(String code, String properties) {
    assertThat(concept("rome-4", code).properties()).hasToString(properties);
  }

  @Test
  void sentences_are_joined_by_their_rank_and_not_by_their_line() {
    assertThat(concept("rome-4", "D1102").notes())
        .extracting("kind", "text")
        .map(Object::toString)
        .containsExactly(
            "(DEFINITION, \"Fabrique des pains.\nAssure l'hygiène du fournil.\nVend sa"
                + " production.\")",
            "(ACCES_METIER, \"Accessible avec un CAP.\")");
  }

  @Test
  void cells_of_several_lines_are_kept_whole() {
    assertThat(concept("rome-4-centre-interet", "1").notes().getFirst().text())
        .isEqualTo("Créer de ses mains.\n\nPétrir, \"façonner\", cuire.");
    assertThat(concept("rome-4-secteur-activite", "79").notes().getFirst().text())
        .isEqualTo("Un secteur qui nourrit.\n\nEt qui recrute.");
  }

  @Test
  void rome_3_holds_stubs_that_never_bear_the_label_of_rome_4() {
    assertThat(scheme("rome-3").concepts())
        .extracting(Concept::code)
        .containsExactly("D1102", "D1104", "M1202", "M1805");
    assertThat(scheme("rome-3").concepts())
        .allSatisfy(stub -> {
          assertThat(stub.status()).isEqualTo(Status.REFERENCED);
          assertThat(stub.prefLabel("fr")).isEqualTo("libellé v3 non fourni");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          autre libellé égal au libellé préféré, omis (SKOS S13)                                 | 2
          appellation égale à l'intitulé de sa fiche, non répétée comme autre libellé (SKOS S13) | 4
          apostrophe doublée, rendue simple                                                      | 3
          ligne vide entre deux enregistrements, passée                                          | 3
          fichier en ISO-8859-15, lu comme tel                                                   | 1
          libellé répété autrement dans un fichier dérivé, celui du référentiel gardé            | 1
          """)
  void repairs_are_counted_by_rule(String rule, int count) {
    assertThat(findings.repairs()).hasSize(6);
    assertThat(findings.repairs())
        .filteredOn(repair -> repair.rule().equals(rule))
        .singleElement()
        .satisfies(repair -> {
          assertThat(repair.count()).isEqualTo(count);
          assertThat(repair.examples()).hasSize(Math.min(count, 3));
        });
  }

  @Test
  void every_file_is_counted_and_the_one_that_is_always_absent_is_said() {
    assertThat(findings.read()).hasSize(28).containsEntry(RomeFixture.entryName("texte"), 5);
    assertThat(findings.remarks())
        .containsExactly("arborescence_competences : fichier absent, aucun autre ne s'y réfère");
  }

  @Test
  void files_that_are_absent_or_unknown_and_columns_ignored_are_said() {
    Findings said = new Findings();
    RomeFixture.whole()
        .without("arborescence_thematique")
        .replace("themes", "\"definition_theme\"", "\"definition_theme\",\"nouveau\"")
        .replace("themes", "alimentation\"", "alimentation\",\"x\"")
        .replace("themes", "numérique\",\"\"", "numérique\",\"\",\"\"")
        .entry("LISEZMOI.pdf", new byte[] {1})
        .read(folder.resolve("odd.zip"), said);
    assertThat(said.remarks())
        .containsExactly(
            "unix_themes_v460_utf8.csv : colonnes ignorées [nouveau]",
            "arborescence_thematique : fichier absent, aucun autre ne s'y réfère",
            "arborescence_competences : fichier absent, aucun autre ne s'y réfère",
            "LISEZMOI.pdf : fichier que ce lecteur ne connaît pas, non lu");
  }

  private static Scheme scheme(String id) {
    return release.schemes().stream()
        .filter(scheme -> scheme.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Concept concept(String scheme, String code) {
    return scheme(scheme).find(code).orElseThrow();
  }

  /** Codes at the other end, {@code *} for PRINCIPALE, {@code +} for EMERGENTE, rank in front. */
  private static String targets(Concept concept, Link.Kind kind) {
    return concept
        .links(kind)
        .map(link ->
            (link.order() > 0 ? link.order() + ":" : "")
                + link.target().code()
                + switch (link.mark()) {
                  case PRINCIPALE -> "*";
                  case EMERGENTE -> "+";
                  case NONE -> "";
                })
        .collect(Collectors.joining(", "));
  }
}
