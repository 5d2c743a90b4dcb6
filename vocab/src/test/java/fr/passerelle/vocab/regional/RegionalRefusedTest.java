package fr.passerelle.vocab.regional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken lines of a region's CSV, by the rule of docs/decisions/0010. */
class RegionalRefusedTest {
  private static final String TERMS = "code;prefLabel;collection;regionalLabel;variantOf\n";
  private static final String PAIRS = "source;sourceCode;predicate;target;targetCode;confidence\n";

  @TempDir Path folder;

  private Release read(String text, int admitted, Optional<Release> before) throws IOException {
    Path file = folder.resolve("region.csv");
    Files.writeString(file, text);
    Origin origin = new Origin(file, Optional.of("1"), Optional.of(LocalDate.of(2026, 1, 2)));
    RegionalFile.Signature signature =
        new RegionalFile.Signature(
            new Correspondence.Author("carif-exemple", "Carif exemple"),
            Optional.empty(),
            Optional.empty());
    findings = new Findings(Optional.of(admitted));
    return RegionalFile.read(
        origin, signature, scheme -> scheme.equals("rome-4"), edition -> before, findings);
  }

  private Findings findings = new Findings();

  @Test
  void a_broken_line_is_refused_alone_and_stays_as_it_is_published() throws IOException {
    String sound = "mousse;Mousse;Mer;;rome-4/N3103\nrome-4/M1805;;;Informaticien du port;\n";
    Release before = read(TERMS + sound, 0, Optional.empty());
    String broken = "mousse;Mousse;Mer;;rome-9/N3103\nrome-4/M1805;;;;\nmatelot;Matelot;Mer;;\n";
    Release after = read(TERMS + broken, 2, Optional.of(before));

    assertThat(findings.refused())
        .extracting(fault -> fault.place())
        .anyMatch(place -> place.startsWith("region.csv:2:"))
        .anyMatch(place -> place.startsWith("region.csv:3:"));
    assertThat(after.schemes().getFirst().concepts())
        .extracting(concept -> concept.code())
        .containsExactlyInAnyOrder("mousse", "matelot");
    assertThat(after.annotations()).isEqualTo(before.annotations());
    assertThat(after.correspondences()).isEqualTo(before.correspondences());
    assertThat(after.collections().getFirst().members()).hasSize(2);
    assertThat(findings.remarks()).anyMatch(remark -> remark.contains("mousse, rome-4/M1805"));
  }

  @Test
  void a_broken_pair_is_refused_alone_and_the_published_pairs_of_its_source_stay()
      throws IOException {
    Release before = read(PAIRS + "rome-4;M1805;relatedMatch;rome-4;M1806;\n", 0, Optional.empty());
    String text =
        "rome-4;M1805;relatedMatch;rome-4;M1806;12\nrome-4;D1102;closeMatch;rome-4;D1104;\n";
    Release after = read(PAIRS + text, 1, Optional.of(before));

    assertThat(after.correspondences().getFirst().pairs())
        .extracting(pair -> pair.from().code() + " " + pair.to().code())
        .containsExactlyInAnyOrder("M1805 M1806", "D1102 D1104");
  }

  @Test
  void more_than_the_stated_number_refuses_the_file() {
    assertThatThrownBy(
            () -> read(PAIRS + "rome-4;M1805;nearMatch;rome-4;M1806;\n", 0, Optional.empty()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("region.csv:2:3");
  }
}
