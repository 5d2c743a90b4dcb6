package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PairsFixture;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What several releases say together. */
@Timeout(30)
class SnapshotTest {
  private static final ConceptRef SHEET = new ConceptRef("rome-4", "M1203");
  private static final ConceptRef UNKNOWN = new ConceptRef("rome-4", "Z9999");

  private final Lab lab = new Lab();

  @Test
  void a_stub_steps_back_before_the_record_whichever_comes_first() {
    publish(citing("Autrement dit"));
    assertThat(lab.vocabularies().snapshot().find(SHEET))
        .hasValueSatisfying(stub -> assertThat(stub.prefLabel("fr")).isEqualTo("Autrement dit"));

    publish(Fixture.rome());
    Snapshot snapshot = lab.vocabularies().snapshot();
    assertThat(snapshot.find(SHEET))
        .hasValueSatisfying(sheet -> assertThat(sheet.status()).isEqualTo(Status.CURRENT));
    assertThat(lab.search("autrement dit")).doesNotContain(SHEET);
    assertThat(lab.search("m1203")).containsExactly(SHEET);
  }

  @Test
  void a_stub_without_record_is_found_and_says_who_cites_it() {
    publish(Fixture.rome());
    publish(citing("Autrement dit"));
    Snapshot snapshot = lab.vocabularies().snapshot();
    PublishedScheme rome = snapshot.findScheme("rome-4").orElseThrow();

    assertThat(lab.search("inconnue")).containsExactly(UNKNOWN);
    assertThat(rome.releaseOf(rome.scheme().find("Z9999").orElseThrow()).release().edition())
        .isEqualTo(PairsFixture.TABLE);
    assertThat(rome.releaseOf(rome.scheme().find("M1203").orElseThrow()).release().edition())
        .isEqualTo(Edition.ROME_4);
    assertThat(rome.stated().scheme().find("Z9999")).isEmpty();
  }

  @Test
  void a_pair_is_read_from_both_ends() {
    publish(PairsFixture.release("1", "a=1,2 b=-"));
    Snapshot snapshot = lab.vocabularies().snapshot();
    ConceptRef a = new ConceptRef("left", "a");

    assertThat(snapshot.mappings(a))
        .extracting(each -> each.pair().to().code())
        .containsExactly("1", "2");
    assertThat(snapshot.mappings(new ConceptRef("right", "2")))
        .extracting(Mapping::inverse, each -> each.pair().to())
        .containsExactly(tuple(true, a));
    assertThat(
            snapshot
                .findCorrespondence("someone/left--right")
                .orElseThrow()
                .findUnmatched(new ConceptRef("left", "b")))
        .isPresent();
  }

  private static Release citing(String label) {
    Stubs stubs = new Stubs();
    ConceptRef from = stubs.cite(new ConceptRef("left", "a"), ConceptType.CONCEPT, "a");
    stubs.cite(SHEET, ConceptType.FICHE_METIER, label);
    stubs.cite(UNKNOWN, ConceptType.FICHE_METIER, "Fiche inconnue");
    Correspondence correspondence =
        Correspondence.of(
            new Correspondence.Author("someone", "Quelqu'un"),
            "left",
            "rome-4",
            Correspondence.Versions.UNKNOWN,
            "",
            List.of(Pair.related(from, SHEET)),
            List.of());
    return Release.of(
        PairsFixture.TABLE,
        "1",
        new Release.Source("table.csv", "0".repeat(64), LocalDate.of(2026, 1, 15), false),
        stubs.schemes(),
        List.of(correspondence));
  }

  private void publish(Release release) {
    lab.publish(new Import(release, new Findings(), Lab.OPEN, /* dryRun= */ false));
  }
}
