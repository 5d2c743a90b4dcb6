package fr.passerelle.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.source.SourceFile;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrespondencePageTest {
  private static final PublishedCorrespondence PUBLISHED =
      RunningService.vocabularies().snapshot().correspondences().getFirst();
  private static final String PATH = "/doc/correspondence/" + PUBLISHED.correspondence().id();

  private static String page(String lang) {
    HttpResponse<String> answer =
        RunningService.get(PATH, "Accept", "text/html", "Accept-Language", lang);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void it_says_who_states_it_how_how_much_and_under_which_licence() {
    int pairs = PUBLISHED.correspondence().pairs().size();
    assertThat(page("fr"))
        .contains(PUBLISHED.correspondence().author().name())
        .contains("Méthode", "Couverture", "Version rapprochée", pairs + " paires")
        .contains(PUBLISHED.release().licence().label())
        .contains("en rapport</td>", "non évaluée");
    assertThat(page("en")).contains("Coverage", pairs + " pairs", "not assessed", "related</td>");
  }

  @Test
  void its_tables_have_headers_and_scroll_by_keyboard() {
    assertThat(page("fr"))
        .contains("<th scope=\"col\">", "<th scope=\"row\">", "<caption")
        .contains(
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"paires\" tabindex=\"0\">")
        .doesNotContainPattern(">correspondence\\.|>predicate\\.|>format\\.");
  }

  @Test
  void each_file_has_the_digest_that_the_page_says() {
    Matcher file =
        Pattern.compile(
                "<a href=\"(/data/[^\"]*)\"[^>]* download>.*?<code class=\"digest\">(\\w+)<")
            .matcher(page("fr").replace("\n", " "));
    List<MatchResult> files = file.results().toList();
    assertThat(files).hasSize(4);
    for (MatchResult each : files) {
      byte[] bytes = RunningService.get(each.group(1)).body().getBytes(StandardCharsets.UTF_8);
      assertThat(HexFormat.of().formatHex(SourceFile.digest().digest(bytes)))
          .as(each.group(1))
          .isEqualTo(each.group(2));
    }
  }

  @Test
  void the_pages_of_both_vocabularies_lead_to_it() {
    for (String scheme :
        List.of(PUBLISHED.correspondence().source(), PUBLISHED.correspondence().target())) {
      assertThat(RunningService.get("/doc/vocab/" + scheme, "Accept", "text/html").body())
          .contains("href=\"" + PATH + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "999999", "1%202"})
  void a_page_of_pairs_that_is_not_there_is_refused(String number) {
    assertThat(RunningService.get(PATH + "?page=" + number).statusCode()).isEqualTo(400);
  }

  @Test
  void an_association_is_told_on_the_page_of_the_whole() {
    HttpResponse<String> answer = RunningService.get(PATH + "/association/x");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(PATH);
  }
}
