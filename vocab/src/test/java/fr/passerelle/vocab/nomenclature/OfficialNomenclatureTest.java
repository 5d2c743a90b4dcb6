package fr.passerelle.vocab.nomenclature;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nomenclatures as published, recounted by a reading of their own. */
class OfficialNomenclatureTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final String NSF = "nomenclatures/n_groupe_specialite_.csv";
  private static final String CFD = "nomenclatures/vFormationDiplome_.csv";
  private static final String LEVELS = "nomenclatures/nNiveauFormationDiplome_.csv";
  private static final String FAP = "crosswalks/dares_nomenclature_fap2021.csv";
  private static final String ROME = "crosswalks/rome_v61_formacode_v14_N22-N44_extract.csv";

  @ParameterizedTest
  @CsvSource({
    "CATEGORIE_SPECIALITE, 5",
    "DOMAINE_SPECIALITE, 22",
    "GROUPE_SPECIALITE, 115",
  })
  void nsf_has_three_levels_in_one_release(ConceptType type, int count) throws IOException {
    Scheme nsf = own(NsfFile.read(origin(NSF), new Findings()).getFirst());
    assertThat(nsf.concepts().stream().filter(each -> each.type() == type)).hasSize(count);
    assertThat(nsf.concepts()).hasSize(142);
  }

  @Test
  void an_nsf_code_is_below_the_code_it_begins_with() throws IOException {
    Release release = NsfFile.read(origin(NSF), new Findings()).getFirst();
    for (Concept concept : own(release).concepts()) {
      List<ConceptRef> broader = concept.links(Link.Kind.BROADER).map(Link::target).toList();
      String code = concept.code();
      assertThat(broader)
          .isEqualTo(
              code.length() == 1
                  ? List.of()
                  : List.of(new ConceptRef("nsf", code.substring(0, code.length() - 1))));
    }
    Concept group = own(release).find("326").orElseThrow();
    assertThat(group.prefLabel("fr"))
        .isEqualTo("Informatique, traitement de l'information, transmission des données");
    assertThat(group.altLabels())
        .extracting(each -> each.text())
        .containsExactly("INFORMATIQUE, TRAITEMT DE L'INFORMATION");
    assertThat(release.id()).isEqualTo("2000-01-25");
  }

  @Test
  void every_diploma_of_the_bcn_has_its_speciality_and_its_level() throws IOException {
    Findings findings = new Findings();
    Release release = CfdFile.read(origin(CFD), findings).getFirst();
    List<NamedCsvRecord> rows = rows(CFD);
    assertThat(rows).hasSize(11_261);
    assertThat(findings.read()).containsEntry("vFormationDiplome_.csv", 11_261);
    assertThat(own(release).concepts()).hasSize(11_261);
    for (NamedCsvRecord row : rows) {
      Concept diploma = own(release).find(row.getField("FORMATION_DIPLOME")).orElseThrow();
      assertThat(codes(diploma, "nsf")).containsExactly(row.getField("GROUPE_SPECIALITE"));
      String level = row.getField("NIVEAU_QUALIFICATION_RNCP");
      assertThat(codes(diploma, "niveaux-2019"))
          .isEqualTo(level.matches("0[1-8]") ? Set.of(level.substring(1)) : Set.of());
    }
    assertThat(scheme(release, "nsf").concepts()).hasSize(104);
  }

  @Test
  void a_diploma_closed_before_the_day_of_the_release_is_not_active() throws IOException {
    Release release = CfdFile.read(origin(CFD), new Findings()).getFirst();
    assertThat(release.source().issued()).isEqualTo("2025-05-06");
    Map<String, String> expected =
        rows(CFD).stream()
            .collect(
                toMap(
                    row -> row.getField("FORMATION_DIPLOME"),
                    row -> String.valueOf(isOpen(row.getField("DATE_FERMETURE")))));
    Map<String, String> read =
        own(release).concepts().stream()
            .collect(
                toMap(Concept::code, each -> each.properties().getOrDefault(Property.ACTIF, "")));
    assertThat(read).isEqualTo(expected);
    assertThat(read.values().stream().filter("false"::equals)).hasSize(9_518 - 2_194);
  }

  private static boolean isOpen(String closing) {
    return closing.isEmpty()
        || !LocalDate.of(
                Integer.parseInt(closing.substring(6)),
                Integer.parseInt(closing.substring(3, 5)),
                Integer.parseInt(closing.substring(0, 2)))
            .isBefore(LocalDate.of(2025, 5, 6));
  }

  @Test
  void a_diploma_says_what_its_row_and_its_kind_say() throws IOException {
    Release release = CfdFile.read(origin(CFD), new Findings()).getFirst();
    Concept diploma = own(release).find("01022001").orElseThrow();
    assertThat(diploma.prefLabel("fr"))
        .isEqualTo("AGENT DE CONTROLE NON DESTRUCTIF (MC NIVEAU IV)");
    assertThat(diploma.properties())
        .containsEntry(Property.ABREGE, "MC4")
        .containsEntry(Property.TYPE_DIPLOME, "MENTION COMPLEMENTAIRE")
        .containsEntry(Property.NIVEAU, "4")
        .containsEntry(Property.DATE_OUVERTURE, "1995-09-01")
        .containsEntry(Property.DATE_FERMETURE, "2024-08-31")
        .containsEntry(Property.PREMIERE_SESSION, "1996")
        .containsEntry(Property.ACTIF, "false");
    assertThat(diploma.notes())
        .containsExactly(new Note(Note.Kind.HISTORY_NOTE, "CREATION EX NIHILO.", "fr"));
    Concept cap = own(release).find("50022118").orElseThrow();
    assertThat(codes(cap, "niveaux-1969")).containsExactly("V");
  }

  /** Read in their comments, one by one. */
  @ParameterizedTest
  @CsvSource({
    "01022102, 01022107",
    "50024203, 50024219",
    "01033602, 01033604",
    "51023402, 51023403 51023404 51023405 51023406",
    "01025301, 01025302 01025303 01025304 01025305",
    // Merged into one with others, which replace nothing.
    "13511509, 13511511",
    "13512801, 1351280G",
    // About another diploma, in brackets.
    "50024208, ''",
    "32024301, ''",
    // It replaces another.
    "13534306, ''",
  })
  void a_closed_diploma_is_linked_to_what_its_comment_says_replaces_it(
      String code, String successors) throws IOException {
    Release release = CfdFile.read(origin(CFD), new Findings()).getFirst();
    assertThat(
            own(release)
                .find(code)
                .orElseThrow()
                .links(Link.Kind.REMPLACE_PAR)
                .map(link -> link.target().code()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(successors.split(" ")).filter(each -> !each.isEmpty()).toList());
  }

  @Test
  void levels_of_1969_and_2019_meet_as_the_decree_says() throws IOException {
    Findings findings = new Findings();
    List<Release> releases = NiveauFile.read(origin(LEVELS), findings);
    assertThat(releases)
        .extracting(each -> each.edition().id())
        .containsExactly("niveaux-1969", "niveaux-2019");
    assertThat(own(releases.getFirst()).concepts())
        .extracting(Concept::code)
        .containsExactly("I", "II", "III", "IV", "V", "VI");
    assertThat(own(releases.getLast()).concepts()).hasSize(8);
    assertThat(scheme(releases.getLast(), "niveaux-formation-diplome").concepts()).hasSize(212);
    Correspondence levels = releases.getLast().correspondences().getFirst();
    assertThat(levels.pairs())
        .extracting(
            each -> each.from().code() + ">" + each.to().code() + " " + each.predicate().id())
        .containsExactly(
            "I>7 narrowMatch",
            "I>8 narrowMatch",
            "II>6 closeMatch",
            "III>5 closeMatch",
            "IV>4 closeMatch",
            "V>3 closeMatch");
    assertThat(levels.unmatched().map(Association::key)).containsExactly("-1", "-2", "VI");
    assertThat(findings.remarks()).anyMatch(text -> text.contains("551 (V et 5)"));
  }

  /** Recounted in the file: how many kinds of diplomas have both levels. */
  @ParameterizedTest
  @CsvSource({
    "1, 07, I, 7",
    "1, 08, I, 8",
    "2, 06, II, 6",
    "3, 05, III, 5",
    "4, 04, IV, 4",
    "5, 03, V, 3"
  })
  void a_pair_of_levels_says_how_many_kinds_of_diplomas_confirm_it(
      String digit, String rncp, String from, String to) throws IOException {
    long count =
        rows(LEVELS).stream()
            .filter(row -> row.getField("NIVEAU_INTERMINISTERIEL").equals(digit))
            .filter(row -> row.getField("NIVEAU_QUALIFICATION_RNCP").equals(rncp))
            .count();
    assertThat(count).isPositive();
    assertThat(
            NiveauFile.read(origin(LEVELS), new Findings())
                .getLast()
                .correspondences()
                .getFirst()
                .pairs()
                .stream()
                .filter(pair -> pair.from().code().equals(from) && pair.to().code().equals(to)))
        .singleElement()
        .satisfies(pair -> assertThat(pair.note().comment()).endsWith(" : " + count));
  }

  @Test
  void a_fap_code_at_two_levels_is_one_concept_on_both() throws IOException {
    Release release = FapFile.read(origin(FAP), new Findings()).getFirst();
    assertThat(release.id()).isEqualTo("2021");
    assertThat(own(release).concepts()).hasSize(515);
    assertThat(
            own(release).concepts().stream()
                .filter(each -> echelons(each).contains("FAP 228\nFAP 341")))
        .hasSize(162);
    List<NamedCsvRecord> rows = rows(FAP);
    for (String level : List.of("22", "86", "228", "341")) {
      Set<String> expected =
          rows.stream().map(row -> row.getField("Code FAP " + level)).collect(toSet());
      assertThat(expected).hasSize(Integer.parseInt(level));
      assertThat(
              own(release).concepts().stream()
                  .filter(each -> echelons(each).lines().anyMatch(("FAP " + level)::equals))
                  .map(Concept::code)
                  .collect(toSet()))
          .isEqualTo(expected);
    }
    assertThat(
            own(release).concepts().stream().filter(each -> each.type() == ConceptType.DOMAINE_FAP))
        .hasSize(22);
    assertThat(codes(own(release).find("A0X41c").orElseThrow(), "fap-2021"))
        .containsExactly("A0X41");
    assertThat(codes(own(release).find("V1X80").orElseThrow(), "fap-2021")).containsExactly("V1X");
  }

  private static String echelons(Concept family) {
    return family.properties().getOrDefault(Property.ECHELONS, "");
  }

  @Test
  void rome_and_formacode_are_related_by_207_pairs() throws IOException {
    Release release = RomeFormacodeFile.read(origin(ROME), new Findings()).getFirst();
    Correspondence extract = release.correspondences().getFirst();
    assertThat(release.id()).isEqualTo("61");
    assertThat(extract.id()).isEqualTo("france-travail/rome-4--formacode-14");
    assertThat(extract.versions()).isEqualTo(new Correspondence.Versions("61", "14"));
    assertThat(extract.pairs())
        .hasSize(207)
        .allMatch(pair -> pair.predicate() == Predicate.RELATED_MATCH)
        .extracting(pair -> pair.from().code() + ";" + pair.to().code())
        .containsExactlyInAnyOrderElementsOf(
            rows(ROME).stream()
                .map(row -> row.getField("code_rome") + ";" + row.getField("code_formacode_v14"))
                .toList());
    assertThat(scheme(release, "rome-4").concepts())
        .hasSize(92)
        .allMatch(each -> each.status() == Status.REFERENCED);
    assertThat(scheme(release, "formacode-14").find("31872").orElseThrow().prefLabel("fr"))
        .isEqualTo("Transport maritime");
  }

  private static Origin origin(String file) {
    boolean dated = file.startsWith("nomenclatures/");
    return new Origin(
        RealFiles.require(file), Optional.empty(), dated ? Optional.empty() : Optional.of(DAY));
  }

  private static Scheme own(Release release) {
    return release.schemes().getFirst();
  }

  private static Scheme scheme(Release release, String id) {
    return release.schemes().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Codes of the concepts of a scheme that one is linked to. */
  private static Set<String> codes(Concept concept, String scheme) {
    return concept.links().stream()
        .filter(link -> link.kind() != Link.Kind.REMPLACE_PAR)
        .map(Link::target)
        .filter(target -> target.scheme().equals(scheme))
        .map(ConceptRef::code)
        .collect(toSet());
  }

  private static List<NamedCsvRecord> rows(String file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(';')
            .quoteCharacter(file.equals(CFD) ? '\0' : '"')
            .detectBomHeader(true)
            .ofNamedCsvRecord(RealFiles.require(file))) {
      return csv.stream().toList();
    }
  }
}
