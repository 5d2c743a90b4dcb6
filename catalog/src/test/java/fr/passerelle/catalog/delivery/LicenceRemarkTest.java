package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographySample;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceRemarkTest {
  private static final Geography GEOGRAPHY = Geography.of(List.of(GeographySample.source()));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "etalab-2.0, 0",
    "odbl-1.0, 0",
    "cc-by-nc-4.0, 0",
    "cc-by-nd-4.0, 1",
    "none yet, 0",
  })
  void sums_that_a_licence_forbids_are_told_at_the_door(String licence, int remarks) {
    Findings findings = new Findings();
    LicenceRemark.remark(Licence.find(licence), GEOGRAPHY, findings);

    assertThat(findings.remarks()).hasSize(remarks);
    assertThat(findings.remarks()).allMatch(each -> each.contains("non les sommes"));
  }
}
