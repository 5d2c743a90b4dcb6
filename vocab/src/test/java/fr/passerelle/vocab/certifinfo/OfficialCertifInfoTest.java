package fr.passerelle.vocab.certifinfo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.formacode.FormacodeFile;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certif Info of June 2024 as published, recounted by a reading of its own. */
class OfficialCertifInfoTest {
  private static final Findings FINDINGS = new Findings();

  static Path file;
  static Release release;
  static List<NamedCsvRecord> rows;

  @BeforeAll
  static void read() throws IOException {
    file = RealFiles.require("certifinfo/certif_info.csv");
    FormacodeEditions editions =
        FormacodeEditions.of(
            Stream.of("formacode/formacodes-v13.csv", "formacode/formacodes-v14.csv")
                .map(OfficialCertifInfoTest::formacode)
                .flatMap(List::stream)
                .toArray(Release[]::new));
    release = CertifInfoFile.read(Origin.of(file), FINDINGS, () -> editions).getFirst();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
      rows = csv.stream().toList();
    }
  }

  private static List<Release> formacode(String name) {
    try {
      LocalDate day = LocalDate.of(2024, 1, 1);
      return FormacodeFile.read(
          new Origin(RealFiles.require(name), Optional.empty(), Optional.of(day)), new Findings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_row_is_read_and_each_diploma_is_one_concept() {
    assertThat(FINDINGS.read()).containsEntry("certif_info.csv", 10_067);
    assertThat(rows).hasSize(10_067);
    Set<String> codes = rows.stream().map(row -> row.getField("Code_Diplome")).collect(toSet());
    assertThat(current().map(Concept::code))
        .hasSize(9_923)
        .containsExactlyInAnyOrderElementsOf(codes);
    assertThat(current()).allMatch(concept -> concept.type() == ConceptType.DIPLOME);
    assertThat(repairs())
        .containsEntry(
            "diplôme sur plusieurs lignes (une par numéro RS ou Onisep), réuni", 10_067 - 9_923);
  }

  @Test
  void diplomas_without_rncp_or_rs_number_are_published_too() {
    List<String> without =
        rows.stream()
            .filter(row -> (row.getField("Code_RNCP") + row.getField("Code_RS")).isEmpty())
            .map(row -> row.getField("Code_Diplome"))
            .toList();
    assertThat(without).hasSize(3_401);
    assertThat(without).allMatch(code -> own().find(code).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "certifinfo, rome-3, 17573",
    "rncp, rome-3, 13475",
    "rncp, nsf, 4862",
    "cfd, rncp, 3397",
    "certifinfo, rncp, 5273",
    "certifinfo, rs, 1320",
    "certifinfo, cfd, 3691",
    "certifinfo, nsf, 8271",
  })
  void each_pair_of_codes_on_a_row_is_a_pair(String source, String target, int count) {
    assertThat(pairs(source, target)).hasSize(count).isEqualTo(expected(source, target));
  }

  /** Formacode is counted whatever the edition that a label proves. */
  @ParameterizedTest
  @CsvSource({"certifinfo, 9908", "rncp, 4958", "rs, 1311"})
  void each_formacode_on_a_row_is_a_pair(String source, int count) {
    Set<List<String>> all =
        release.correspondences().stream()
            .filter(each -> each.source().equals(source))
            .filter(each -> each.target().startsWith("formacode"))
            .flatMap(each -> each.pairs().stream())
            .map(pair -> List.of(pair.from().code(), pair.to().code()))
            .collect(toSet());
    assertThat(all).hasSize(count).isEqualTo(expected(source, "formacode"));
  }

  @Test
  void labels_prove_that_the_file_is_indexed_with_formacode_13() {
    assertThat(FINDINGS.remarks()).anyMatch(text -> text.contains("indexée avec formacode-13"));
    assertThat(correspondence("certifinfo", "formacode-13").pairs()).hasSize(9_903);
    // Five terms are numbers of the annex lists.
    assertThat(correspondence("certifinfo", "formacode-annexes").pairs()).hasSize(5);
    assertThat(release.correspondences()).noneMatch(each -> each.target().equals("formacode-14"));
  }

  @Test
  void rome_domains_are_no_sheets_and_their_pairs_say_so() {
    Scheme rome = scheme("rome-3");
    assertThat(rome.concepts()).hasSize(562);
    assertThat(
            rome.concepts().stream()
                .filter(each -> each.type() == ConceptType.DOMAINE_PROFESSIONNEL))
        .hasSize(41)
        .allMatch(each -> each.code().endsWith("00"));
    List<Pair> domains =
        correspondence("certifinfo", "rome-3").pairs().stream()
            .filter(pair -> !pair.note().comment().isEmpty())
            .toList();
    assertThat(
            rows.stream().flatMap(row -> cells(row, "rome-3")).filter(each -> each.endsWith("00")))
        .hasSize(77);
    // Diploma 110769, on two rows, has its domain twice.
    assertThat(domains)
        .hasSize(76)
        .allMatch(pair -> pair.note().comment().equals("domaine ROME, non une fiche"))
        .allMatch(pair -> pair.to().code().endsWith("00"));
  }

  @Test
  void things_of_different_nature_are_related_at_most_and_without_confidence() {
    assertThat(release.correspondences().stream().flatMap(each -> each.pairs().stream()))
        .allMatch(pair -> pair.predicate() == Predicate.RELATED_MATCH)
        .allMatch(pair -> pair.confidence().isEmpty());
  }

  @Test
  void a_former_diploma_is_linked_to_what_replaces_it() {
    Map<String, Set<String>> expected =
        rows.stream()
            .filter(row -> !row.getField("Code_Ancien_Diplome").isEmpty())
            .collect(
                groupingBy(
                    row -> row.getField("Code_Ancien_Diplome"),
                    mapping(row -> row.getField("Code_Diplome"), toSet())));
    assertThat(expected).hasSize(4_914);
    Map<String, Set<String>> read =
        own().concepts().stream()
            .filter(concept -> concept.links(Link.Kind.REMPLACE_PAR).findAny().isPresent())
            .collect(
                toMap(
                    Concept::code,
                    concept ->
                        concept
                            .links(Link.Kind.REMPLACE_PAR)
                            .map(link -> link.target().code())
                            .collect(toSet())));
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void a_former_diploma_without_a_row_of_its_own_is_cited() {
    assertThat(own().concepts().stream().filter(each -> each.status() == Status.REFERENCED))
        .hasSize(4_427);
    Concept old = own().find("13190").orElseThrow();
    assertThat(old.prefLabel("fr")).isEqualTo("Diplôme d'ingénieur de l'université Lille 1");
    assertThat(old.properties()).containsEntry(Property.ETAT, "archivée");
    assertThat(old.links())
        .containsExactly(Link.of(Link.Kind.REMPLACE_PAR, new ConceptRef("certifinfo", "12711")));
  }

  @Test
  void a_diploma_says_what_its_row_says() {
    Concept diploma = own().find("1932").orElseThrow();
    assertThat(diploma.prefLabel("fr")).isEqualTo("Magistère mathématiques");
    assertThat(diploma.properties())
        .containsEntry(Property.TYPE_DIPLOME, "Magistère")
        .containsEntry(Property.DATE_MISE_A_JOUR, "2024-04-22")
        .containsEntry(Property.ETAT, "formations préparatoires et non certifiantes");
    assertThat(diploma.properties().getOrDefault(Property.VALIDEUR, "").lines())
        .containsExactly(
            "Ecole normale supérieure de Rennes / Université de Rennes",
            "Université de Besançon",
            "Université de Rennes",
            "Université de Strasbourg",
            "Université Paris-Saclay");
  }

  @Test
  void the_release_is_named_by_the_last_update() {
    assertThat(release.id()).isEqualTo("2024-06-28");
    assertThat(release.source().issued()).isEqualTo(LocalDate.of(2024, 6, 28));
    assertThat(correspondence("certifinfo", "rome-3").versions().source()).isEqualTo("2024-06-28");
  }

  @Test
  void a_number_borne_by_diplomas_of_different_names_has_none_of_them() {
    assertThat(scheme("rncp").find("RNCP4863").orElseThrow().prefLabel("fr"))
        .isEqualTo("libellé non fourni");
    assertThat(scheme("rncp").concepts()).hasSize(4_877);
    assertThat(scheme("rs").concepts()).hasSize(1_311);
    assertThat(scheme("cfd").concepts()).hasSize(3_294);
  }

  private static Scheme own() {
    return release.schemes().getFirst();
  }

  private static Stream<Concept> current() {
    return own().concepts().stream().filter(each -> each.status() == Status.CURRENT);
  }

  private static Scheme scheme(String id) {
    return release.schemes().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Correspondence correspondence(String source, String target) {
    return release.correspondences().stream()
        .filter(each -> each.id().equals("certifinfo/" + source + "--" + target))
        .findFirst()
        .orElseThrow();
  }

  private static Set<List<String>> pairs(String source, String target) {
    return correspondence(source, target).pairs().stream()
        .map(pair -> List.of(pair.from().code(), pair.to().code()))
        .collect(toSet());
  }

  private static Map<String, Integer> repairs() {
    return FINDINGS.repairs().stream()
        .collect(toMap(Findings.Repair::rule, Findings.Repair::count));
  }

  /** Recounted from the cells by a plain reader. */
  private static Set<List<String>> expected(String source, String target) {
    return rows.stream()
        .flatMap(row ->
            cells(row, source).flatMap(from -> cells(row, target).map(to -> List.of(from, to))))
        .collect(toSet());
  }

  private static Stream<String> cells(NamedCsvRecord row, String scheme) {
    Stream<String> cells =
        switch (scheme) {
          case "certifinfo" -> Stream.of(row.getField("Code_Diplome"));
          case "rome-3" ->
              IntStream.rangeClosed(1, 5).mapToObj(i -> row.getField("Code_Rome_" + i));
          case "rncp" ->
              Stream.of(row.getField("Code_RNCP")).map(number -> prefixed("RNCP", number));
          case "rs" -> Stream.of(row.getField("Code_RS")).map(number -> prefixed("RS", number));
          case "cfd" -> Stream.of(row.getField("Code_Scolarité"));
          case "nsf" -> Stream.of(row.getField("Code_Nsf"));
          case "formacode" -> Stream.of(row.getField("Code_FormaCode"));
          default -> throw new IllegalArgumentException(scheme);
        };
    return cells.filter(cell -> !cell.isEmpty());
  }

  private static String prefixed(String prefix, String number) {
    return number.isEmpty() ? "" : prefix + number;
  }
}
