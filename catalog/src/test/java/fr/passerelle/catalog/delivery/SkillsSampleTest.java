package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.source.IndicatorsFile;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographySample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SkillsSampleTest {
  @Test
  void the_resource_is_what_the_rule_makes() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SampleFigures.class.getResourceAsStream("skills-synthetic.csv"))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(SkillsSample.text());
    }
  }

  @Test
  void every_value_of_it_says_that_it_is_synthetic() {
    List<Delivery> deliveries =
        SampleFigures.deliveries(
            IndicatorsFile.bundled(), Geography.of(List.of(GeographySample.source())));
    Delivery skills = deliveries.getLast();
    List<Observation> all =
        SampleFigures.read(
            skills, IndicatorsFile.bundled(), Geography.of(List.of(GeographySample.source())));

    assertThat(skills.sample()).isTrue();
    assertThat(skills.synthetic()).isTrue();
    assertThat(skills.citation()).contains("données synthétiques");
    assertThat(deliveries.getFirst().synthetic()).isFalse();
    assertThat(all).hasSize(6 * 2 * 6 * 3);
    assertThat(all)
        .allSatisfy(each -> {
          assertThat(each.wording().footnotes()).containsExactly("données synthétiques");
          assertThat(each.status())
              .isIn(ObservationStatus.LOW_RELIABILITY, ObservationStatus.NOT_COLLECTED);
        });
  }
}
