package fr.passerelle.vocab.kit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five states of the kit as published. */
class OfficialKitTest {
  private static final String FOLDER = "certifinfo/kit_apprentissage/";
  private static final String V1 = "Kit apprentissage et RNCP v1.0.csv";
  private static final String V2 = "Kit apprentissage et RNCP v2.9.csv";
  private static final String V3 = "Kit apprentissage et RNCP v3.0.csv";
  private static final String NOVEMBER = "Kit_apprentissage_20241129.xlsx";
  private static final String JANUARY = "Kit_apprentissage_20250131.xlsx";

  private static final String WRONG_ENCODING =
      "UTF-8 lu comme du Windows-1252 (« Ã‰ » pour « É »), rétabli";

  @ParameterizedTest
  @CsvSource({
    V1 + ", v1.0, 4588, 4276",
    V2 + ", v2.9, 5430, 5382",
    V3 + ", v3.0, 5546, 5496",
    NOVEMBER + ", 20241129, 6653, 6621",
    JANUARY + ", 20250131, 6822, 6791",
  })
  void every_row_is_read_and_each_distinct_pair_is_published_once(
      String file, String name, int rows, int pairs) throws IOException {
    Findings findings = new Findings();
    Release release = read(file, findings);
    assertThat(release.id()).isEqualTo(name);
    assertThat(findings.read()).containsEntry(file, rows);
    assertThat(kit(release).pairs())
        .hasSize(pairs)
        .allMatch(pair -> pair.predicate() == Predicate.RELATED_MATCH)
        .allMatch(pair -> pair.from().code().matches("[0-9A-Z]{8}"));
    assertThat(kit(release).id()).isEqualTo("kit-apprentissage/cfd--rncp");
  }

  /** Rows that say NR, less those repeated. */
  @ParameterizedTest
  @CsvSource({
    V1 + ", 267",
    V2 + ", 47",
    V3 + ", 50",
    NOVEMBER + ", 32",
    JANUARY + ", 31",
  })
  void a_diploma_without_record_is_said_to_have_none(String file, int count) throws IOException {
    List<Association> gone = kit(read(file, new Findings())).unmatched().toList();
    assertThat(gone).hasSize(count).allMatch(each -> each.targets().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({V2 + ", 62", V3 + ", 70"})
  void a_leading_zero_that_was_lost_is_put_back_and_makes_no_new_code(String file, int count)
      throws IOException {
    Findings findings = new Findings();
    Release release = read(file, findings);
    assertThat(repairs(findings))
        .containsEntry("zéro initial du CFD perdu par un tableur, rétabli", count);
    Set<String> kept =
        kit(read(JANUARY, new Findings())).pairs().stream()
            .map(pair -> pair.from().code())
            .filter(code -> code.startsWith("0"))
            .collect(toSet());
    assertThat(kit(release).pairs().stream().map(pair -> pair.from().code()))
        .containsAnyElementsOf(kept);
  }

  @ParameterizedTest
  @CsvSource({NOVEMBER + ", 0", JANUARY + ", 22"})
  void labels_read_in_the_wrong_encoding_are_put_right(String file, int labels) throws IOException {
    Findings findings = new Findings();
    Release release = read(file, findings);
    List<String> diplomas =
        release.schemes().stream()
            .flatMap(scheme -> scheme.concepts().stream())
            .map(each -> each.prefLabel("fr"))
            .toList();

    assertThat(diplomas).noneMatch(label -> label.contains("Ã"));
    assertThat(repairs(findings).getOrDefault(WRONG_ENCODING, 0) > 0).isEqualTo(labels > 0);
  }

  @ParameterizedTest
  @CsvSource({V1, V2, V3})
  void pairs_are_those_of_a_plain_reader(String file) throws IOException {
    Set<List<String>> expected;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().fieldSeparator(';').ofCsvRecord(RealFiles.require(FOLDER + file))) {
      expected =
          csv.stream()
              .skip(1)
              .filter(row -> row.getField(2).matches("RNCP\\d+"))
              .map(row -> List.of(padded(row.getField(0)), row.getField(2)))
              .collect(toSet());
    }
    assertThat(
            kit(read(file, new Findings())).pairs().stream()
                .map(OfficialKitTest::codes)
                .collect(toSet()))
        .isEqualTo(expected);
  }

  private static String padded(String code) {
    return "0".repeat(8 - code.length()) + code;
  }

  @Test
  void a_workbook_and_a_csv_of_other_months_share_most_of_their_pairs() throws IOException {
    Set<List<String>> november = codes(NOVEMBER);
    assertThat(codes(JANUARY)).containsAnyElementsOf(november);
    november.retainAll(codes(JANUARY));
    assertThat(november).hasSizeGreaterThan(6_000);
    Set<List<String>> first = codes(V1);
    int all = first.size();
    first.retainAll(codes(V2));
    // Two pairs in five are gone from v1.0 to v2.9.
    assertThat((double) first.size() / all).isBetween(0.55, 0.65);
  }

  private static Set<List<String>> codes(String file) throws IOException {
    return kit(read(file, new Findings())).pairs().stream()
        .map(OfficialKitTest::codes)
        .collect(toSet());
  }

  @Test
  void what_the_first_state_holds_twice_or_in_doubt_is_counted() throws IOException {
    Findings findings = new Findings();
    Release release = read(V1, findings);
    assertThat(repairs(findings))
        .containsEntry("couple CFD et RNCP répété, gardé une fois", 42)
        .containsEntry("CFD sans fiche RNCP répété, gardé une fois", 1);
    assertThat(kit(release).unmatched()).noneMatch(each -> each.key().equals("26X31213"));
    assertThat(findings.refused())
        .hasSize(2)
        .anySatisfy(fault -> {
          assertThat(fault.place()).isEqualTo("Kit apprentissage et RNCP v1.0.csv:2983:3");
          assertThat(fault.message()).contains("RNCP30387?", "26X31213");
        });
  }

  @Test
  void later_states_confirm_the_pair_that_the_first_one_doubts() throws IOException {
    assertThat(codes(V2)).contains(List.of("26X31213", "RNCP30387"));
  }

  @Test
  void both_ends_are_stubs_with_the_labels_that_the_kit_gives() throws IOException {
    Release january = read(JANUARY, new Findings());
    assertThat(january.schemes()).extracting(each -> each.id()).containsExactly("cfd", "rncp");
    assertThat(concept(january, "cfd", "01022103").prefLabel("fr"))
        .isEqualTo("EMPLOYE TRAITEUR (MC NIVEAU III)");
    assertThat(concept(january, "rncp", "RNCP37566").prefLabel("fr"))
        .isEqualTo("CS - Employé traiteur");
    assertThat(january.schemes().stream().flatMap(each -> each.concepts().stream()))
        .allMatch(each -> each.status() == Status.REFERENCED)
        .noneMatch(
            each -> each.prefLabel("fr").contains("\n") || each.prefLabel("fr").equals("NR"));
    Release first = read(V1, new Findings());
    assertThat(concept(first, "rncp", "RNCP5289").prefLabel("fr")).isEqualTo("libellé non fourni");
    assertThat(concept(first, "cfd", "40124108").prefLabel("fr"))
        .isEqualTo("BREVET DES MÉTIERS D'ART DE LA DENTELLE, OPTION DENTELLE À L'AIGUILLE");
  }

  @Test
  void a_line_updated_on_a_day_has_that_day() throws IOException {
    assertThat(
            kit(read(JANUARY, new Findings())).pairs().stream()
                .filter(pair -> codes(pair).equals(List.of("56X34412", "RNCP34487"))))
        .singleElement()
        .extracting(pair -> pair.note().date())
        .isEqualTo("2025-01-09");
  }

  private static Concept concept(Release release, String scheme, String code) {
    return release.schemes().stream()
        .filter(each -> each.id().equals(scheme))
        .findFirst()
        .flatMap(each -> each.find(code))
        .orElseThrow();
  }

  private static Correspondence kit(Release release) {
    return release.correspondences().getFirst();
  }

  private static List<String> codes(Pair pair) {
    return List.of(pair.from().code(), pair.to().code());
  }

  private static Map<String, Integer> repairs(Findings findings) {
    return findings.repairs().stream()
        .collect(Collectors.toMap(Findings.Repair::rule, Findings.Repair::count));
  }

  private static Release read(String file, Findings findings) throws IOException {
    Path path = RealFiles.require(FOLDER + file);
    Optional<LocalDate> day =
        file.endsWith(".csv") ? Optional.of(LocalDate.of(2023, 1, 1)) : Optional.empty();
    return KitFile.read(new Origin(path, Optional.empty(), day), findings).getFirst();
  }
}
