package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PairsFixture;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Concepts are written {@code code=label}; {@code !} after the code says that it is inactive,
 * {@code >code} what the producer puts in its place.
 */
@Timeout(30)
class ImpactTest {
  private static final Edition OLD = Edition.FORMACODE_13;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A=a          | A=a           |             |
          A=a          | A=l'a         | RENAMED     |
          A=l'a        | A=l’a         |             |
          A=a          | B=b           | RETIRED     |
          A=a          | B=À           | RETIRED     | B même libellé dans la nouvelle version
          A=a          | A=x B=a       | RENAMED     | B même libellé dans la nouvelle version
          A=a>B B=b    | B=b           | RETIRED     | B remplacement nommé par le producteur
          A=a          | A!=a>B B=b    | DEACTIVATED | B remplacement nommé par le producteur
          A=a          | A!=a>B B!=b   | DEACTIVATED | B remplacement nommé par le producteur, lui-même plus en vigueur
          A=a B=b      | A=a>B B=b     | CHANGED     |
          S=s          | C=c           | RETIRED     | 1 dans l'édition qui suit, d'après someone/formacode-13--formacode-14 (closeMatch)
          W=w          | C=c           | RETIRED     | 2 dans l'édition qui suit, d'après someone/formacode-13--formacode-14 (broadMatch)
          S=s>B B=b    | B=b           | RETIRED     | B remplacement nommé par le producteur
          """)
  void what_is_touched_and_what_is_proposed_instead(
      String before, String after, Touched.Kind kind, String proposed) {
    Impact impact =
        Impact.between(release("1", before), release("2", after), Stream.of(table(before)));

    List<Use> uses =
        impact.uses().stream().filter(use -> use.by().equals("someone/formacode-13--x")).toList();
    assertThat(uses.stream().map(use -> use.touched().kind()))
        .isEqualTo(kind == null ? List.of() : List.of(kind));
    assertThat(
            uses.stream()
                .flatMap(use -> use.replacements().stream())
                .map(each -> each.ref().code() + " " + each.reason()))
        .isEqualTo(proposed == null ? List.of() : List.of(proposed));
  }

  @Test
  void records_of_other_editions_use_a_code_by_their_links() {
    ConceptBuilder diploma =
        new ConceptBuilder(new ConceptRef("cfd", "40022104"), ConceptType.DIPLOME, "CAP");
    diploma.link(Link.of(Link.Kind.SPECIALITE, new ConceptRef(OLD.id(), "A")));
    Release cfd =
        new Release(
            Edition.CFD,
            "2026",
            source(),
            List.of(Scheme.of("cfd", "CFD", List.of(diploma.build()))));

    Impact impact = Impact.between(release("1", "A=a"), release("2", "B=b"), Stream.of(cfd));

    assertThat(impact.uses())
        .singleElement()
        .satisfies(use -> {
          assertThat(use.by()).isEqualTo("cfd");
          assertThat(use.other().code()).isEqualTo("40022104");
          assertThat(use.otherLabel()).isEqualTo("CAP");
          assertThat(use.relation()).isEqualTo("specialite");
        });
  }

  @Test
  void collections_and_notes_of_a_region_use_a_code() {
    Correspondence.Author author = new Correspondence.Author("carif", "Carif");
    Stubs stubs = new Stubs();
    ConceptRef gone = cite(stubs, OLD.id(), "A");
    Edition edition = new Edition("carif", "Carif", "Carif", "", false, "");
    Release region =
        new Release(edition, "1", source(), stubs.schemes())
            .withCollections(List.of(new Collection(author, "liste", "Liste", List.of(gone))))
            .withAnnotations(
                List.of(new Annotation(author, gone, Annotation.Kind.NOTE, "Dit.", "fr", "")));

    Impact impact = Impact.between(release("1", "A=a"), release("2", "B=b"), Stream.of(region));

    assertThat(impact.uses())
        .extracting(Use::by, Use::relation)
        .containsExactly(tuple("carif", "annotation"), tuple("carif/liste", "collection"));
  }

  @Test
  void a_pair_that_is_gone_is_a_use_of_its_own_table_and_of_whoever_still_states_it() {
    Release before = PairsFixture.release("1", "a=1,2 b=3");
    Release after = PairsFixture.release("2", "a=2 b=3");
    Release other = PairsFixture.release("9", "a=1 b=3");

    Impact impact = Impact.between(before, after, Stream.of(other));

    assertThat(impact.uses())
        .extracting(Use::release, use -> use.other().code())
        .containsExactlyInAnyOrder(tuple("1", "1"), tuple("9", "1"));
    assertThat(impact.uses())
        .allSatisfy(use ->
            assertThat(use.replacements())
                .extracting(each -> each.ref().code() + " " + each.reason())
                .containsExactly("2 ce que dit maintenant someone/left--right (relatedMatch)"));
  }

  @Test
  void an_import_counts_the_uses_that_it_touches_and_a_release_that_waits_can_be_looked_at() {
    Lab lab = new Lab();
    importRelease(lab, release("1", "A=a B=b"));
    importRelease(lab, table("A=a B=b"));
    assertThatThrownBy(
            () -> lab.vocabularies().impact(OLD.id(), Optional.empty(), Optional.empty()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("aucune version à laquelle comparer");

    ImportReport report = importRelease(lab, release("2", "B=b"));

    assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.WAITING);
    assertThat(report.uses()).isEqualTo(1);
    Impact waiting = lab.vocabularies().impact(OLD.id(), Optional.empty(), Optional.of("2"));
    assertThat(waiting.uses()).hasSize(1);
    lab.vocabularies().publish(OLD.id(), "2");
    assertThat(lab.vocabularies().impact(OLD.id(), Optional.empty(), Optional.empty()))
        .isEqualTo(waiting);
  }

  private static ImportReport importRelease(Lab lab, Release release) {
    return lab.publish(new Import(release, new Findings(), Lab.OPEN, /* dryRun= */ false));
  }

  /** Each code of those is paired; S and W have something in the edition that follows. */
  private static Release table(String state) {
    Stubs stubs = new Stubs();
    List<Pair> pairs = new ArrayList<>();
    List<Pair> next = new ArrayList<>();
    for (String word : state.split(" +", -1)) {
      ConceptRef code = cite(stubs, OLD.id(), word.substring(0, 1));
      pairs.add(Pair.related(code, cite(stubs, "x", "9")));
      if (word.startsWith("S")) {
        next.add(pair(code, cite(stubs, "formacode-14", "1"), Predicate.CLOSE_MATCH));
      } else if (word.startsWith("W")) {
        next.add(pair(code, cite(stubs, "formacode-14", "2"), Predicate.BROAD_MATCH));
      }
    }
    return Release.of(
        PairsFixture.TABLE,
        "1",
        source(),
        stubs.schemes(),
        List.of(correspondence("x", pairs), correspondence("formacode-14", next)));
  }

  private static Pair pair(ConceptRef from, ConceptRef to, Predicate predicate) {
    return Pair.of(from, to, predicate, Justification.LEXICAL);
  }

  private static Correspondence correspondence(String target, List<Pair> pairs) {
    return Correspondence.of(
        new Correspondence.Author("someone", "Quelqu'un"),
        OLD.id(),
        target,
        Correspondence.Versions.UNKNOWN,
        "",
        pairs,
        List.of());
  }

  private static ConceptRef cite(Stubs stubs, String scheme, String code) {
    return stubs.cite(new ConceptRef(scheme, code), ConceptType.CONCEPT, "libellé " + code);
  }

  private static Release release(String id, String state) {
    List<Concept> concepts =
        Arrays.stream(state.split(" +", -1)).map(ImpactTest::concept).collect(Collectors.toList());
    return new Release(OLD, id, source(), List.of(Scheme.of(OLD.id(), "V13", concepts)));
  }

  private static Concept concept(String word) {
    String[] sides = word.split("[=>]", -1);
    ConceptBuilder concept =
        new ConceptBuilder(
            new ConceptRef(OLD.id(), word.substring(0, 1)), ConceptType.TERME_FORMACODE, sides[1]);
    concept.property(Property.ACTIF, word.charAt(1) == '!' ? "false" : "");
    if (sides.length > 2) {
      concept.link(Link.of(Link.Kind.REMPLACE_PAR, new ConceptRef(OLD.id(), sides[2])));
    }
    return concept.build();
  }

  private static Release.Source source() {
    return new Release.Source("f", "0".repeat(64), LocalDate.of(2026, 1, 1), /* sample= */ false);
  }
}
