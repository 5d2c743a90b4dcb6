package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class RetiringTest {

  @Test
  void a_deprecated_operation_says_since_when_until_when_and_what_takes_its_place() {
    for (int i = 0; i < 3; i++) {
      for (String target :
          new String[] {RetiringController.PATH, RetiringController.PATH + "?x=1"}) {
        HttpResponse<String> answer = RunningService.get(target);

        assertThat(answer.headers().firstValue("Deprecation")).hasValue("@1798761600");
        assertThat(answer.headers().firstValue("Sunset")).hasValue("Fri, 31 Dec 2027 00:00:00 GMT");
        assertThat(answer.headers().allValues("Link"))
            .contains("</docs>; rel=\"deprecation\"; type=\"text/html\"")
            .contains("</api/v1/vocabs>; rel=\"successor-version\"");
      }
    }
  }

  @Test
  void an_operation_that_is_not_deprecated_says_nothing_of_it() {
    assertThat(RunningService.get("/api/v1/vocabs").headers().map())
        .doesNotContainKeys("deprecation", "sunset");
  }
}
