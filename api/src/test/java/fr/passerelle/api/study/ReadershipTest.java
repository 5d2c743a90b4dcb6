package fr.passerelle.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.StudiesService;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadershipTest {
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0                | true
          Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Safari/604.1 | true
          Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)              | false
          Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)               | false
          Mozilla/5.0 AppleWebKit/537.36 (compatible; ClaudeBot/1.0)                            | false
          curl/8.5.0                                                                            | false
          Java-http-client/25                                                                   | false
          ''                                                                                    | false
          """)
  void robots_say_so(String agent, boolean person) {
    assertThat(Readership.isPerson(agent)).isEqualTo(person);
  }

  private static long uses(String id, String kind) {
    HttpResponse<String> answer = StudiesService.get("/api/v1/studies/" + id + "/uses");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonPath.parse(answer.body()).read("$." + kind, Long.class);
  }

  @Test
  void what_people_do_is_counted_and_what_robots_do_is_not() {
    String id =
        StudiesService.deposit(
            "\"title\": \"Comptée\", \"issued\": \"2024\", \"documents\": [{\"url\":"
                + " \"https://example.org/a.pdf\"}]");
    for (String agent : List.of(FIREFOX, FIREFOX, "Googlebot/2.1")) {
      StudiesService.get("/doc/study/" + id, "User-Agent", agent, "Accept", "text/html");
    }
    StudiesService.send("HEAD", "/doc/study/" + id, "", "User-Agent", FIREFOX);
    StudiesService.get(
        "/doc/study/" + id, "User-Agent", FIREFOX, "Sec-Purpose", "prefetch;prerender");
    StudiesService.get("/api/v1/studies/" + id + "?format=ris", "User-Agent", FIREFOX);
    StudiesService.get("/api/v1/studies/" + id, "User-Agent", FIREFOX);
    HttpResponse<String> document =
        StudiesService.get("/doc/study/" + id + "/documents/1", "User-Agent", FIREFOX);

    assertThat(document.statusCode()).isEqualTo(302);
    assertThat(document.headers().firstValue("Location")).hasValue("https://example.org/a.pdf");
    assertThat(document.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(uses(id, "views")).isEqualTo(2);
    assertThat(uses(id, "downloads")).isEqualTo(1);
    assertThat(uses(id, "citations")).isEqualTo(1);
    StudiesService.get("/doc/study/" + id, "User-Agent", FIREFOX, "Accept", "text/html");
    assertThat(uses(id, "views")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "-1", "1e9", "99999999999", "%0d%0aX:y"})
  void only_documents_of_the_study_are_led_to(String number) {
    assertThat(StudiesService.get("/doc/study/d76cxwgphh/documents/" + number).statusCode())
        .isEqualTo(404);
  }

  @Test
  void uses_of_a_hidden_study_are_hidden() {
    String id = StudiesService.deposit("\"title\": \"Non comptée\", \"visibility\": \"producer\"");

    assertThat(StudiesService.get("/api/v1/studies/" + id + "/uses").statusCode()).isEqualTo(404);
    assertThat(StudiesService.get("/doc/study/" + id + "/documents/1").statusCode()).isEqualTo(404);
  }
}
