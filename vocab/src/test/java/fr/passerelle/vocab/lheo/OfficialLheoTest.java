package fr.passerelle.vocab.lheo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The real example of Onisep, of December 2015. */
class OfficialLheoTest {
  private final Findings findings = new Findings();

  private Release read() throws IOException {
    Origin origin =
        new Origin(
            RealFiles.require("lheo/lheo-2.2-exemple-bts-onisep.xml"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Onisep"));
    return LheoFile.read(
            origin,
            findings,
            fr.passerelle.vocab.FormacodeEditions::none,
            edition -> Optional.empty())
        .getFirst();
  }

  @Test
  void its_codes_are_those_of_2015_whatever_has_been_published_since() throws IOException {
    Release release = read();
    assertThat(release.edition().id()).isEqualTo("lheo-onisep");
    assertThat(release.id()).isEqualTo("2015-12-03");
    assertThat(release.schemes())
        .flatExtracting(scheme -> scheme.concepts())
        .extracting(concept -> concept.ref().toString())
        .containsExactlyInAnyOrder(
            "formacode-11/34582",
            "formacode-11/34076",
            "nsf/312",
            "rome-3/D1402",
            "rome-3/D1403",
            "rome-3/D1408",
            "rncp/RNCP474",
            "certifinfo/19004");
  }

  @Test
  void its_certification_meets_each_of_them() throws IOException {
    assertThat(read().correspondences())
        .extracting(each -> each.id() + " " + each.pairs().size())
        .containsExactly(
            "lheo-onisep/certifinfo--formacode-11 2",
            "lheo-onisep/certifinfo--nsf 1",
            "lheo-onisep/certifinfo--rncp 1",
            "lheo-onisep/certifinfo--rome-3 3",
            "lheo-onisep/rncp--formacode-11 2",
            "lheo-onisep/rncp--nsf 1",
            "lheo-onisep/rncp--rome-3 3");
    assertThat(findings.remarks())
        .contains("lheo-2.2-exemple-bts-onisep.xml : Lhéo 2.2")
        .contains(
            "formacode-11 : 2 codes cités, non vérifiés : cette édition n'est pas publiée ici");
    assertThat(findings.repairs()).isEmpty();
  }
}
