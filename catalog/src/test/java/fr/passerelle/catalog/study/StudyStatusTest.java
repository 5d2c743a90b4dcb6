package fr.passerelle.catalog.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyStatusTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "requested  | planned under-way published withdrawn",
        "planned    | under-way published withdrawn",
        "under-way  | published withdrawn",
        "published  | superseded withdrawn",
        "superseded |",
        "withdrawn  |"
      })
  void a_life_goes_forward(String from, String to) {
    StudyStatus status = StudyStatus.find(from).orElseThrow();

    assertThat(status.next().stream().map(StudyStatus::id))
        .containsExactlyElementsOf(to == null ? Arrays.asList() : Arrays.asList(to.split(" ")));
  }
}
