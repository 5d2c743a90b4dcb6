package fr.passerelle.client;

import static fr.passerelle.client.FaultProxy.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.api.RunningService;
import fr.passerelle.client.model.Figure;
import fr.passerelle.client.model.LookupItem;
import fr.passerelle.client.model.LookupRequest;
import fr.passerelle.client.model.StudyForm;
import fr.passerelle.client.model.StudyPeriodForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesTest {
  private static final String THEME = "la prospective, les évolutions et mutations économiques";

  private final Passerelle passerelle = Passerelle.at(RunningService.address());

  private static IndicatorsApi.GetFigures figures(Passerelle passerelle) {
    return passerelle.indicators().getFigures("defm-abc").territory("R44").period("2016-Q4");
  }

  @Test
  void a_value_that_is_not_known_is_one_all_the_same() {
    Figure.Outcome known = figures(passerelle).send().items().get(0).outcome();
    String changed =
        figures(passerelle)
            .text()
            .replace("\"outcome\":\"" + known + '"', "\"outcome\":\"estimé\"");
    try (FaultProxy proxy = new FaultProxy(json(changed))) {
      Figure.Outcome outcome = figures(proxy.client().build()).send().items().get(0).outcome();

      assertThat(known.isKnown()).isTrue();
      assertThat(outcome).isEqualTo(Figure.Outcome.of("estimé")).isNotEqualTo(known);
      assertThat(outcome.isKnown()).isFalse();
      assertThat(outcome).hasToString("estimé");
    }
  }

  @Test
  void what_a_newer_service_adds_is_passed_over_and_what_an_older_lacks_is_empty() {
    try (FaultProxy proxy = new FaultProxy(json("{\"status\": \"UP\", \"later\": {\"a\": 1}}"))) {
      assertThat(proxy.client().build().service().health().send().unreadable()).isEmpty();
    }
  }

  @Test
  void accents_go_there_and_back() {
    LookupItem found =
        passerelle.search().lookup().label(THEME).vocab("themes").send().items().get(0);
    LookupItem sent =
        passerelle
            .search()
            .lookupAll(LookupRequest.builder().vocab("themes").labels(List.of(THEME)).build())
            .send()
            .items()
            .get(0);

    assertThat(passerelle.vocabularies().getConcept("themes", "prospective").send().prefLabel())
        .isEqualTo(THEME);
    for (LookupItem item : List.of(found, sent)) {
      assertThat(item.input()).isEqualTo(THEME);
      assertThat(item.concept()).extracting(concept -> concept.code()).isEqualTo("prospective");
    }
    assertThatThrownBy(() -> passerelle.vocabularies().getConcept("rome-4", "Métier é").send())
        .hasMessageContaining("Métier é");
  }

  @Test
  void a_form_is_written_with_its_names_and_without_what_is_not_said() {
    StudyForm study =
        StudyForm.builder()
            .title("Métiers")
            .abstractText("Résumé")
            .periodStudied(StudyPeriodForm.builder().start("2024").build())
            .build();
    try (FaultProxy proxy = new FaultProxy(json("{}"))) {
      proxy.client().build().studies().putStudy("insee:x", study).answer();

      assertThat(proxy.seen().get(0).getBodyAsString())
          .isEqualTo(
              "{\"title\":\"Métiers\",\"abstract\":\"Résumé\",\"periodStudied\":{\"start\":\"2024\"}}");
    }
  }

  @Test
  void formats_that_are_not_json_are_text_bytes_or_a_file(@TempDir Path folder) throws IOException {
    String table = figures(passerelle).format("csv").text();
    Path file = figures(passerelle).format("csv").download(folder.resolve("chômage.csv"));

    assertThat(table).contains("R44");
    assertThat(file).hasContent(table);
    assertThatThrownBy(() -> figures(passerelle).format("csv").send())
        .isInstanceOf(UnexpectedAnswerException.class);
    assertThatThrownBy(() -> figures(passerelle).period("jamais").download(folder.resolve("x")))
        .isInstanceOf(ProblemException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_file_is_sent_as_what_it_is(@TempDir Path folder) throws IOException {
    Path rows = Files.writeString(folder.resolve("études.csv"), "titre\nMétiers\n");
    try (FaultProxy proxy = new FaultProxy()) {
      Passerelle passerelle = proxy.client().key("inconnue").build();

      assertThatThrownBy(
              () -> passerelle.studies().depositStudies(Body.of(rows, "text/csv")).send())
          .isInstanceOfSatisfying(
              ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(401));
      assertThat(proxy.seen().get(0).getHeader("Content-Type")).isEqualTo("text/csv");
      assertThat(proxy.seen().get(0).getHeader("Authorization")).isEqualTo("Bearer inconnue");
      assertThat(proxy.seen().get(0).getBodyAsString()).isEqualTo("titre\nMétiers\n");
    }
  }
}
