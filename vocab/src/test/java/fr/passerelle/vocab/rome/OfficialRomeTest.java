package fr.passerelle.vocab.rome;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Release 60 as France Travail publishes it, recounted by a reading of its own. */
class OfficialRomeTest {
  private static final Findings FINDINGS = new Findings();

  static Path file;
  static Release release;

  @BeforeAll
  static void read() throws IOException {
    file = RealFiles.require("rome/RefRomeCsv-v460.zip");
    release = RomeFile.read(file, FINDINGS);
  }

  @ParameterizedTest
  @CsvSource({
    "referentiel_code_rome, 1584",
    "referentiel_appellation, 13120",
    "referentiel_competence, 18317",
    "referentiel_savoir, 15354",
    "referentiel_contexte_travail, 179",
    "liens_rome_referentiels, 118923",
    "coherence_item, 104219",
    "rubrique_mobilite, 14912",
    "texte, 11980",
    "cr_gd_dp, 1584",
    "grand_domaine, 14",
    "domaine_professionnel, 110",
    "type_referentiel, 0",
  })
  void every_row_of_every_file_is_read(String stem, int rows) throws IOException {
    assertThat(FINDINGS.read()).containsEntry(RomeFixture.entryName(stem), rows);
  }

  @Test
  void every_file_has_as_many_rows_as_a_plain_reader_finds() throws IOException {
    for (String stem : RomeFixture.STEMS) {
      assertThat(FINDINGS.read()).containsEntry(RomeFixture.entryName(stem), rows(stem).size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FICHE_METIER, 1584",
    "APPELLATION, 13120",
    "COMPETENCE, 17810",
    "MACRO_COMPETENCE, 507",
    "SAVOIR, 15354",
    "CONTEXTE_TRAVAIL, 179",
    "GRAND_DOMAINE, 14",
    "DOMAINE_PROFESSIONNEL, 110",
  })
  void every_row_becomes_a_concept(ConceptType type, int count) {
    assertThat(scheme("rome-4").concepts().stream().filter(concept -> concept.type() == type))
        .hasSize(count);
  }

  @Test
  void rome_3_has_a_stub_for_each_parent() {
    assertThat(scheme("rome-3").concepts()).hasSize(532);
  }

  @Test
  void every_link_is_published_with_its_mark_and_none_besides() throws IOException {
    Set<String> expected = marks();
    assertThat(expected).hasSize(118_923 - 1_584 - 13_120);
    assertSame(
        concepts()
            .filter(concept -> concept.type() == ConceptType.FICHE_METIER)
            .flatMap(sheet ->
                Stream.of(Link.Kind.COMPETENCE, Link.Kind.SAVOIR, Link.Kind.CONTEXTE_TRAVAIL)
                    .flatMap(sheet::links)
                    .map(link -> key(sheet.code(), link.target().code(), link.mark()))),
        expected.stream());
  }

  /** Sheet, item and mark, joined by the plain reader from both files. */
  private static Set<String> marks() throws IOException {
    var marks =
        rows("coherence_item").stream()
            .collect(
                Collectors.toMap(
                    row -> row.getField("code_rome") + "/" + row.getField("code_ogr"),
                    row -> mark(row.getField("coeur_metier"))));
    return rows("liens_rome_referentiels").stream()
        .filter(row -> "56".contains(row.getField("code_compo_bloc")))
        .map(row -> row.getField("code_rome") + "/" + row.getField("code_ogr"))
        .map(key -> key + "/" + marks.get(key))
        .collect(Collectors.toSet());
  }

  private static Link.Mark mark(String words) {
    return switch (words) {
      case "Principale" -> Link.Mark.PRINCIPALE;
      case "Émergente" -> Link.Mark.EMERGENTE;
      default -> Link.Mark.NONE;
    };
  }

  private static String key(String sheet, String item, Link.Mark mark) {
    return sheet + "/" + item + "/" + mark;
  }

  @Test
  void every_appellation_is_below_the_sheet_that_the_links_name() throws IOException {
    assertSame(
        concepts()
            .filter(concept -> concept.type() == ConceptType.APPELLATION)
            .flatMap(each ->
                each.links(Link.Kind.BROADER)
                    .map(link -> link.target().code() + "/" + each.code())),
        rows("liens_rome_referentiels").stream()
            .filter(row -> row.getField("code_compo_bloc").equals("2"))
            .map(row -> row.getField("code_rome") + "/" + row.getField("code_ogr")));
  }

  @Test
  void every_mobility_is_published_with_its_rank() throws IOException {
    assertSame(
        concepts()
            .flatMap(sheet ->
                sheet
                    .links(Link.Kind.MOBILITE)
                    .map(link -> sheet.code() + link.target().code() + link.order())),
        rows("rubrique_mobilite").stream().map(row -> String.join("", row.getFields())));
  }

  /** As sets, since lists of 100 000 would be compared pair by pair; sizes say what repeats. */
  private static void assertSame(Stream<String> published, Stream<String> official) {
    List<String> left = published.toList();
    List<String> right = official.toList();
    assertThat(left).hasSameSizeAs(right);
    assertThat(without(left, Set.copyOf(right))).isEmpty();
    assertThat(without(right, Set.copyOf(left))).isEmpty();
  }

  private static List<String> without(List<String> all, Set<String> some) {
    return all.stream().filter(each -> !some.contains(each)).toList();
  }

  @ParameterizedTest
  @CsvSource({"M1805, 10", "D1102, 12"})
  void a_sheet_has_its_core_skills(String code, long count) {
    assertThat(
            concept("rome-4", code)
                .links(Link.Kind.COMPETENCE)
                .filter(link -> link.mark() == Link.Mark.PRINCIPALE))
        .hasSize((int) count);
  }

  @Test
  void every_sheet_has_one_main_appellation() {
    var mains =
        concepts()
            .filter(each -> "PRINCIPALE".equals(each.properties().get(Property.CLASSIFICATION)))
            .flatMap(each -> each.links(Link.Kind.BROADER))
            .collect(groupingBy(link -> link.target().code(), counting()));
    assertThat(mains).hasSize(1_584).allSatisfy((sheet, count) -> assertThat(count).isOne());
  }

  @Test
  void the_latin_9_file_is_read_with_its_accents() throws IOException {
    assertThat(FINDINGS.repairs())
        .filteredOn(repair -> repair.rule().equals("fichier en ISO-8859-15, lu comme tel"))
        .singleElement()
        .satisfies(repair ->
            assertThat(repair.examples())
                .containsExactly(RomeFixture.entryName("arborescence_secteur_naf")));
    assertThat(rows("arborescence_secteur_naf"))
        .allSatisfy(row ->
            assertThat(concept("rome-4", row.getField("code_rome")).prefLabel("fr"))
                .isEqualTo(row.getField("libelle_rome").strip().replace("''", "'")));
    assertThat(concepts().flatMap(each -> each.links(Link.Kind.SECTEUR_NAF)))
        .hasSameSizeAs(rows("arborescence_secteur_naf"));
  }

  @ParameterizedTest
  @CsvSource({
    "centre_interet, rome-4-centre-interet, centre_interet",
    "secteur_activite, rome-4-secteur-activite, sect_activite",
  })
  void definitions_of_several_lines_are_kept_whole(String stem, String scheme, String suffix)
      throws IOException {
    assertThat(rows(stem))
        .isNotEmpty()
        .allSatisfy(row ->
            assertThat(concept(scheme, row.getField("code_" + suffix)).notes())
                .extracting(Note::text)
                // Some sectors have no definition.
                .isSubsetOf(row.getField("definition_" + suffix).strip().replace("''", "'")));
    assertThat(scheme(scheme).concepts().stream().flatMap(each -> each.notes().stream()))
        .hasSize((int) rows(stem).stream().filter(row -> !row.getField(2).isBlank()).count());
    assertThat(rows(stem)).anySatisfy(row -> assertThat(row.getField(2)).contains("\n\n"));
  }

  @Test
  void no_text_keeps_a_doubled_apostrophe() {
    assertThat(
            concepts()
                .flatMap(each ->
                    Stream.of(
                            each.prefLabels().stream().map(Label::text),
                            each.altLabels().stream().map(Label::text),
                            each.notes().stream().map(Note::text),
                            each.properties().values().stream())
                        .flatMap(texts -> texts))
                .filter(text -> text.contains("''") || text.contains("\ufffd")))
        .isEmpty();
  }

  @Test
  void nothing_is_remarked_but_the_file_that_is_absent() {
    assertThat(FINDINGS.remarks())
        .containsExactly("arborescence_competences : fichier absent, aucun autre ne s'y réfère");
  }

  private static Stream<Concept> concepts() {
    return release.schemes().stream().flatMap(scheme -> scheme.concepts().stream());
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

  /** A reading that shares nothing with the reader under test. */
  private static List<NamedCsvRecord> rows(String stem) throws IOException {
    Charset charset =
        stem.equals("arborescence_secteur_naf")
            ? Charset.forName("ISO-8859-15")
            : StandardCharsets.UTF_8;
    try (ZipFile zip = new ZipFile(file.toFile());
        var text =
            new InputStreamReader(
                zip.getInputStream(
                    Objects.requireNonNull(zip.getEntry(RomeFixture.entryName(stem)))),
                charset);
        var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      return csv.stream().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"NARROW_MATCH", "CLOSE_MATCH", "RELATED_MATCH"})
  void a_rome_4_sheet_is_a_part_of_a_rome_3_sheet_only_where_that_is_its_one_parent(
      Predicate predicate) throws IOException {
    Map<String, Set<String>> parents = parents("referentiel_code_rome", "referentiel_appellation");
    Map<String, Set<String>> children = new HashMap<>();
    parents.forEach((sheet, named) ->
        named.forEach(
            parent -> children.computeIfAbsent(parent, key -> new HashSet<>()).add(sheet)));
    Set<String> expected =
        parents.entrySet().stream()
            .flatMap(each ->
                each.getValue().stream()
                    .filter(parent ->
                        predicate
                            == (each.getValue().size() > 1
                                ? Predicate.RELATED_MATCH
                                : children.getOrDefault(parent, Set.of()).size() > 1
                                    ? Predicate.NARROW_MATCH
                                    : Predicate.CLOSE_MATCH))
                    .map(parent -> parent + ">" + each.getKey()))
            .collect(Collectors.toSet());
    assertThat(release.correspondences().getFirst().pairs())
        .filteredOn(pair -> pair.predicate() == predicate)
        .extracting(pair -> pair.from().code() + ">" + pair.to().code())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void rome_3_leads_to_rome_4_by_1806_pairs_of_appellations_and_six_of_sheets_alone()
      throws IOException {
    assertThat(release.correspondences().getFirst().pairs())
        .hasSize(1806 + 6)
        .filteredOn(pair -> pair.note().comment().contains("appellation"))
        .hasSize(1806);
    assertThat(release.correspondences().getFirst().pairs())
        .extracting(pair -> pair.from().code())
        .satisfies(codes -> assertThat(Set.copyOf(codes)).hasSize(532));
    assertThat(severalParents("referentiel_appellation")).isEqualTo(184);
    assertThat(severalParents("referentiel_code_rome", "referentiel_appellation")).isEqualTo(190);
  }

  private static long severalParents(String... stems) throws IOException {
    return parents(stems).values().stream().filter(named -> named.size() > 1).count();
  }

  /** Parents of each sheet, as those files name them. */
  private static Map<String, Set<String>> parents(String... stems) throws IOException {
    Map<String, Set<String>> parents = new HashMap<>();
    for (String stem : stems) {
      for (NamedCsvRecord row : rows(stem)) {
        parents
            .computeIfAbsent(row.getField("code_rome"), key -> new HashSet<>())
            .add(row.getField("code_rome_parent"));
      }
    }
    parents.values().forEach(named -> named.remove(""));
    return parents;
  }
}
