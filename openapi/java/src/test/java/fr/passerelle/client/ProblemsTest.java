package fr.passerelle.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import fr.passerelle.api.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Passerelle passerelle =
      Passerelle.builder(RunningService.address()).language("fr").build();

  private static ProblemException problem(Request<?, ?> request) {
    return catchThrowableOfType(ProblemException.class, request::send);
  }

  @Test
  void a_problem_says_what_where_and_which_rule() {
    ProblemException problem = problem(passerelle.studies().listStudies().limit(0));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.errors()).first().extracting(each -> each.pointer()).isEqualTo("limit");
    assertThat(problem.type()).endsWith("/" + problem.kind());
    assertThat(problem).hasMessageContaining("limit").hasMessageContaining(problem.detail());
    assertThat(problem.retryAfter()).isEmpty();
  }

  @Test
  void what_is_not_there_may_be_looked_for() {
    assertThat(passerelle.vocabularies().getConcept("rome-4", "Z9999").find()).isEmpty();
    assertThat(passerelle.vocabularies().getConcept("rome-4", "M1805").find()).isPresent();
    assertThatThrownBy(() -> passerelle.vocabularies().listConcepts("rome-4").limit(0).find())
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void a_problem_is_told_in_the_language_asked_for() {
    Passerelle english = Passerelle.builder(RunningService.address()).language("en").build();
    ProblemException french = problem(passerelle.vocabularies().getVocab("nope"));
    ProblemException other = problem(english.vocabularies().getVocab("nope"));

    assertThat(other.type()).isEqualTo(french.type());
    assertThat(other.title()).isNotEqualTo(french.title());
  }

  @Test
  void an_answer_of_another_server_is_a_problem_with_its_status() {
    ResponseDefinitionBuilder page =
        aResponse()
            .withStatus(418)
            .withHeader("Content-Type", "text/html")
            .withBody("<h1>418</h1>");
    try (FaultProxy proxy = new FaultProxy(page)) {
      ProblemException problem = problem(proxy.client().build().service().health());

      assertThat(problem.status()).isEqualTo(418);
      assertThat(problem.type()).isEqualTo("about:blank");
    }
  }

  @Test
  void what_is_not_the_contract_is_said_to_be_so() {
    for (ResponseDefinitionBuilder answer :
        List.of(
            aResponse().withHeader("Content-Type", "text/html").withBody("<p>Bienvenue</p>"),
            FaultProxy.json("{"),
            FaultProxy.json("null"),
            FaultProxy.json("{\"vocabularies\": \"beaucoup\"}"),
            aResponse().withStatus(301).withHeader("Location", "https://ailleurs.example.org/"))) {
      try (FaultProxy proxy = new FaultProxy(answer)) {
        assertThatThrownBy(() -> proxy.client().build().service().health().send())
            .isInstanceOf(UnexpectedAnswerException.class);
      }
    }
  }
}
