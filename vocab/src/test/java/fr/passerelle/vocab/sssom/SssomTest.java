package fr.passerelle.vocab.sssom;

import static fr.passerelle.vocab.CorrespondenceFixture.CORRESPONDENCE;
import static fr.passerelle.vocab.CorrespondenceFixture.RELEASE;
import static fr.passerelle.vocab.CorrespondenceFixture.URIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class SssomTest {
  private static final String HEADER =
      """
      #curie_map:
      #  esco: http://data.europa.eu/esco/occupation/
      #  rome-4: https://data.example.org/id/vocab/rome-4/
      #  rncp: https://data.example.org/id/vocab/rncp/
      #  rs: https://elsewhere.example.org/rs/
      #mapping_set_id: https://carif.example.org/sets/esco-rome.sssom.tsv
      #mapping_set_version: 1.10
      #creator_label:
      #- Carif-Oref Bretagne
      #license: https://creativecommons.org/licenses/by/4.0/
      #mapping_date: 2026-02-03
      #object_source_version: 60
      """;
  private static final String COLUMNS =
      "subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tconfidence"
          + "\treviewer_label\tpredicate_modifier\tcomment\n";

  @TempDir Path folder;

  @Test
  void metadata_are_yaml_that_others_read() throws IOException {
    Map<String, Object> metadata = new Yaml().load(metadata(written()));

    assertThat(metadata)
        .containsEntry(
            "mapping_set_id",
            "https://data.example.org/id/correspondence/france-competences/rncp--rome-3")
        .containsEntry("license", "https://spdx.org/licenses/etalab-2.0")
        .containsEntry("subject_source", "https://data.example.org/id/vocab/rncp")
        .containsEntry("object_source_version", "3")
        .containsEntry("creator_label", List.of("France compétences"))
        .containsKeys("curie_map", "mapping_set_version", "sssom_version");
  }

  @ParameterizedTest
  @CsvSource({
    "RNCP1--M1805, 1:1, ''",
    "RNCP2--D1102, 1:n, ''",
    "RNCP3--K1304, n:1, ''",
    "RNCP4/BC01--K1304, n:1, 0.75",
    "RNCP4--, 1:0, ''",
    "--Z9999, 0:1, ''",
  })
  void a_row_says_its_cardinality_and_a_confidence_only_where_it_was_assessed(
      String id, String cardinality, String confidence) throws IOException {
    assertThat(rows(written()))
        .filteredOn(row -> row.getField("record_id").equals("paire:" + id))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getField("mapping_cardinality")).isEqualTo(cardinality);
          assertThat(row.getField("confidence")).isEqualTo(confidence);
        });
  }

  @Test
  void what_is_looked_for_in_vain_says_so_on_the_side_that_lacks_it() throws IOException {
    assertThat(rows(written()))
        .filteredOn(row -> row.getField("predicate_id").equals("skos:mappingRelation"))
        .extracting(row -> row.getField("subject_id") + " " + row.getField("object_id"))
        .containsExactly("sssom:NoTermFound rome-3:Z9999", "rncp:RNCP4 sssom:NoTermFound");
  }

  @Test
  void what_is_written_reads_back_as_the_same_pairs() throws IOException {
    Findings findings = new Findings();
    Path file = Files.writeString(folder.resolve("fc.sssom.tsv"), written());

    Release read = SssomFile.read(Origin.of(file), findings, URIS).getFirst();
    Correspondence correspondence = read.correspondences().getFirst();

    assertThat(findings.repairs()).isEmpty();
    assertThat(read.edition().national()).isFalse();
    assertThat(read.edition().id()).isEqualTo("france-competences-rncp-rome-3");
    assertThat(correspondence.versions()).isEqualTo(CORRESPONDENCE.versions());
    assertThat(correspondence.associations()).isEqualTo(CORRESPONDENCE.associations());
    assertThat(correspondence.pairs().stream().map(SssomTest::said))
        .containsExactlyInAnyOrderElementsOf(
            CORRESPONDENCE.pairs().stream().map(SssomTest::said).toList());
  }

  /** Ranks are not part of SSSOM, and a row names its author where the set's is meant. */
  private static List<Object> said(Pair pair) {
    String author = pair.note().author();
    return List.of(
        pair.from(),
        pair.to(),
        pair.predicate(),
        pair.justification(),
        pair.confidence(),
        author.isEmpty() ? "France compétences" : author,
        pair.note().reviewer(),
        pair.note().date(),
        pair.note().comment());
  }

  @Test
  void a_set_of_another_region_is_kept_under_its_own_name() throws IOException {
    Findings findings = new Findings();
    Release release =
        read(
            """
            esco:c1\tBaker\tskos:exactMatch\trome-4:D1102\tsemapv:ManualMappingCuration\t0.9\tA. Lu\t\t
            esco:c2\tWelder\tskos:exactMatch\trome-4:H2913\tsemapv:LexicalMatching\t\t\t\tvu
            esco:c3\tX\tskos:closeMatch\trome-4:H2914\tsemapv:SemanticSimilarityThresholdMatching\t\t\t\t
            esco:c3\tX\tskos:closeMatch\trome-4:H2914\tsemapv:LexicalMatching\t\t\t\t
            esco:c4\tY\tskos:exactMatch\trome-4:H2915\tsemapv:LexicalMatching\t\t\tNot\t
            """,
            findings);

    assertThat(release.edition().producer()).isEqualTo("Carif-Oref Bretagne");
    assertThat(release.edition().id()).isEqualTo("carif-oref-bretagne-esco-rome");
    assertThat(release.id()).isEqualTo("1.10");
    assertThat(release.source().issued()).isEqualTo("2026-02-03");
    Correspondence correspondence = release.correspondences().getFirst();
    assertThat(correspondence.id()).isEqualTo("carif-oref-bretagne/esco--rome-4");
    assertThat(correspondence.versions().target()).isEqualTo("60");
    assertThat(correspondence.pairs())
        .extracting(
            pair -> pair.from().code() + " " + pair.predicate() + " " + pair.justification())
        .containsExactly(
            "c1 " + Predicate.EXACT_MATCH + " " + Justification.MANUAL_CURATION,
            "c2 " + Predicate.CLOSE_MATCH + " " + Justification.LEXICAL,
            "c3 " + Predicate.CLOSE_MATCH + " " + Justification.UNSPECIFIED);
    assertThat(findings.repairs().stream().map(Findings.Repair::rule))
        .containsExactlyInAnyOrder(
            "exactMatch sans relecteur, publié comme closeMatch",
            "justification d'une autre sorte, gardée en commentaire",
            "paire dite deux fois, la première gardée",
            "paire niée (predicate_modifier), non publiée");
    assertThat(
            release.schemes().stream()
                .flatMap(scheme -> scheme.concepts().stream())
                .filter(concept -> concept.ref().equals(new ConceptRef("esco", "c1")))
                .map(concept -> concept.properties().getOrDefault(Property.URI_ORIGINE, "")))
        .containsExactly("http://data.europa.eu/esco/occupation/c1");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          esco:1;;skos:sameAs;rome-4:A;x;;;;                   | set.tsv:14:3 [predicate]       | « skos:sameAs »
          esco:1;;exactMatch;rome-4:A;x;;;;                    | set.tsv:14:3 [predicate]       | « exactMatch »
          esco:1;;skos:closeMatch;rome-4:A;x;1.2;;;            | set.tsv:14:6 [confidence]      | « 1.2 »
          esco:1;;skos:closeMatch;rome-4:A;x;NaN;;;            | set.tsv:14:6 [confidence]      | « NaN »
          esco:1;;skos:closeMatch;rome-4:A;x;-0.1;;;           | set.tsv:14:6 [confidence]      | hors de 0 à 1
          nope:1;;skos:closeMatch;rome-4:A;x;;;;               | set.tsv:14:1 [prefix]          | « nope »
          rs:1;;skos:closeMatch;rome-4:A;x;;;;                 | set.tsv:14:1 [prefix]          | référentiel national
          esco:a b;;skos:closeMatch;rome-4:A;x;;;;             | set.tsv:14:1 [uri]             | ne nomme pas
          rncp:1;;skos:closeMatch;rome-4:A;x;;;;               | set.tsv:14:3 [nature]          | relatedMatch
          rome-4:A;;skos:closeMatch;rome-4:B;x;;;;             | set.tsv:14:3 [scheme]          | même schéma
          esco:1;;skos:closeMatch;rome-4:A;x                   | set.tsv:14:5 [row-length]      | 5 cellules
          sssom:NoTermFound;;skos:exactMatch;rome-4:A;x;;;;    | set.tsv:14:4 [unmatched]       | dans quel schéma
          """)
  void a_fault_is_refused_with_its_place(String row, String place, String words) {
    assertThatThrownBy(() -> read(row.strip().replace(';', '\t') + "\n", new Findings()))
        .hasMessageContaining(place)
        .hasMessageContaining(words);
  }

  @Test
  void two_relations_for_one_pair_are_refused_with_both_places() {
    assertThatThrownBy(() ->
            read(
                """
                esco:1\t\tskos:closeMatch\trome-4:A\tx\t\t\t\t
                esco:1\t\tskos:broadMatch\trome-4:A\tx\t\t\t\t
                """,
                new Findings()))
        .hasMessageContaining("set.tsv:15:3 [S46]")
        .hasMessageContaining("set.tsv:14:3");
  }

  @Test
  void an_exactMatch_that_would_merge_two_concepts_is_refused_with_the_path_that_proves_it() {
    assertThatThrownBy(() ->
            read(
                """
                esco:1\t\tskos:exactMatch\trome-4:A\tx\t\tMoi\t\t
                esco:1\t\tskos:exactMatch\tformacode-x:7\tx\t\tMoi\t\t
                esco:2\t\tskos:exactMatch\tformacode-x:7\tx\t\tMoi\t\t
                """,
                new Findings()))
        .hasMessageContaining("[S45]")
        .hasMessageContaining(
            "esco/1 et esco/2 : esco/1 = formacode-x/7 (set.tsv:16:3),"
                + " formacode-x/7 = esco/2 (set.tsv:17:3)");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          #a: [1, 2               | [metadata]
          #a: &x [*x, *x]         | [metadata]
          #a: !!java.net.URL [x]  | [metadata]
          #mapping_set_id: x      | [author]
          #creator_label: Moi     | [mapping_set_id]
          subject_id              | pas de bloc
          """)
  void a_block_that_cannot_be_read_or_says_too_little_is_refused(String block, String words)
      throws IOException {
    Path file = Files.writeString(folder.resolve("bad.tsv"), block + "\n" + COLUMNS);

    assertThatThrownBy(() -> SssomFile.read(Origin.of(file), new Findings(), URIS))
        .hasMessageContaining("bad.tsv:")
        .hasMessageContaining(words);
  }

  private Release read(String rows, Findings findings) throws IOException {
    String header =
        HEADER.replace(
            "#mapping_set_id", "#  formacode-x: https://x.example.org/f/\n#mapping_set_id");
    Path file =
        Files.writeString(
            folder.resolve("set.tsv"),
            (rows.contains("formacode-x") ? header : HEADER) + COLUMNS + rows);
    return SssomFile.read(Origin.of(file), findings, URIS).getFirst();
  }

  private static String written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SssomWriter(URIS).write(out, RELEASE, CORRESPONDENCE);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String metadata(String text) {
    return text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .map(line -> line.substring(1))
        .collect(Collectors.joining("\n"));
  }

  private static List<NamedCsvRecord> rows(String text) {
    return CsvReader.builder()
        .fieldSeparator('\t')
        .ofNamedCsvRecord(text.substring(text.indexOf("record_id")))
        .stream()
        .toList();
  }

  @Test
  void a_set_made_by_another_installation_names_the_same_national_concepts() throws IOException {
    String text =
        (HEADER
                + COLUMNS
                + "rncp:RNCP1\t\tskos:relatedMatch\trome-4:M1805\tsemapv:ManualMappingCuration\t\t"
                + "\t\t\n")
            .replace("https://data.example.org", "http://localhost:18104");
    Path file = Files.writeString(folder.resolve("s.tsv"), text);
    Findings findings = new Findings();
    Correspondence read =
        SssomFile.read(Origin.of(file), findings, URIS).getFirst().correspondences().getFirst();
    assertThat(read.pairs())
        .extracting(pair -> pair.from() + " " + pair.to())
        .containsExactly("rncp/RNCP1 rome-4/M1805");
    assertThat(findings.repairs())
        .extracting(Findings.Repair::rule)
        .anyMatch(rule -> rule.contains("autre installation"));
  }

  @Test
  void a_base_that_a_person_declares_is_ours_for_what_a_region_defines_too() throws IOException {
    String text =
        (HEADER
                + COLUMNS
                + "themes:emploi\t\tskos:relatedMatch\trome-4:M1805\tsemapv:ManualMappingCuration\t"
                + "\t\t\t\n")
            .replace("#  rs:", "#  themes: http://localhost:18104/id/vocab/themes/\n#  rs:");
    Path file = Files.writeString(folder.resolve("s.tsv"), text);
    List<Release> read =
        SssomFile.read(
            Origin.of(file), new Findings(), URIS.and(java.util.Set.of("http://localhost:18104")));
    assertThat(read.getFirst().schemes())
        .flatExtracting(each -> each.concepts())
        .filteredOn(each -> each.ref().scheme().equals("themes"))
        .singleElement()
        .matches(each -> !each.properties().containsKey(Property.URI_ORIGINE));
  }
}
