package fr.passerelle.vocab.formacode;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Formacode V13 as published, and what becomes of its terms in V14. */
class OfficialFormacode13Test {
  private static final Findings FINDINGS = new Findings();
  private static List<Release> releases = List.of();

  @BeforeAll
  static void read() throws IOException {
    releases =
        FormacodeFile.read(
            List.of(OfficialFormacodeTest.origin("v14"), OfficialFormacodeTest.origin("v13")),
            FINDINGS);
  }

  private static Scheme v13() {
    return releases.getFirst().schemes().getFirst();
  }

  private static Correspondence succession() {
    return releases.get(2).correspondences().getFirst();
  }

  @Test
  void both_editions_and_their_succession_come_out() {
    assertThat(releases)
        .extracting(release -> release.edition().id() + " " + release.id())
        .containsExactly("formacode-13 13", "formacode-14 14", "formacode-13--formacode-14 13--14");
    assertThat(FINDINGS.read()).containsEntry("formacodes-v13.csv", 2_632);
  }

  /** The tree again, by the indentation of the lines alone. */
  @Test
  void the_parent_of_a_term_is_the_last_one_a_level_above() throws IOException {
    List<String> above = new ArrayList<>();
    List<String> lines = Files.readAllLines(OfficialFormacodeTest.origin("v13").path());
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.replaceAll(";+$", "").split(";", -1));
      int depth = cells.size() - 3;
      String words = cells.getLast();
      String code = words.substring(words.length() - 5);
      above.subList(depth, above.size()).clear();
      Concept term = v13().find(code).orElseThrow();
      assertThat(term.prefLabel("fr")).isEqualTo(words.substring(0, words.length() - 6));
      assertThat(term.links(Link.Kind.BROADER).map(link -> link.target().code()))
          .isEqualTo(depth == 0 ? List.of() : List.of(above.getLast()));
      assertThat(term.properties())
          .containsEntry(Property.CHAMP_SEMANTIQUE, cells.get(0) + " " + cells.get(1));
      above.add(code);
    }
    assertThat(v13().concepts())
        .hasSize(2_632)
        .filteredOn(term -> term.links().isEmpty())
        .hasSize(65);
  }

  @Test
  void kept_codes_are_close_and_the_relabelled_ones_say_both_labels() {
    assertThat(succession().pairs())
        .hasSize(2_569)
        .allSatisfy(pair -> {
          assertThat(pair.from().code()).isEqualTo(pair.to().code());
          assertThat(pair.predicate()).isEqualTo(Predicate.CLOSE_MATCH);
          assertThat(pair.justification()).isEqualTo(Justification.LEXICAL);
          assertThat(pair.confidence()).isEmpty();
        });
    assertThat(succession().pairs().stream().map(Pair::note).map(Pair.Remark::comment))
        .filteredOn(comment -> !comment.isEmpty())
        .hasSize(96)
        .contains("libellé changé : « DROIT PENAL NATIONAL » (V13), « Droit pénal » (V14)");
  }

  @Test
  void codes_gone_and_codes_created_have_nothing_in_front() {
    Set<String> before = codes(v13());
    Set<String> after = codes(releases.get(1).schemes().getFirst());
    List<Association> unmatched = succession().unmatched().toList();

    assertThat(unmatched.stream().flatMap(each -> each.sources().stream()))
        .hasSize(63)
        .noneMatch(ref -> after.contains(ref.code()));
    assertThat(unmatched.stream().flatMap(each -> each.targets().stream()))
        .hasSize(206)
        .noneMatch(ref -> before.contains(ref.code()) || ref.code().startsWith("00"));
  }

  private static Set<String> codes(Scheme scheme) {
    return scheme.concepts().stream().map(Concept::code).collect(Collectors.toSet());
  }

  @Test
  void the_carrier_holds_stubs_of_both_sides_and_no_scheme_of_its_own() {
    Release carrier = releases.get(2);
    assertThat(carrier.schemes())
        .extracting(scheme -> scheme.id() + " " + scheme.concepts().size())
        .containsExactly("formacode-13 2632", "formacode-14 2775");
    assertThat(carrier.edition()).isEqualTo(Edition.FORMACODE_SUCCESSION);
    assertThat(succession().id()).isEqualTo("passerelle/formacode-13--formacode-14");
    assertThat(succession().author().name()).isEqualTo("Passerelle (calcul)");
    assertThat(Stream.of(succession().versions().source(), succession().versions().target()))
        .containsExactly("13", "14");
    assertThat(carrier.source().file()).isEqualTo("formacodes-v13.csv + formacodes-v14.csv");
  }
}
