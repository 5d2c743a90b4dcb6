package fr.passerelle.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import fr.passerelle.api.GuardedService;
import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.profile.Access;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What keys write over REST and GraphQL, as the operator reads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditApiTest {
  private static final String AUDIT = "/api/v1/audit";
  private static final String JSON = "application/json";

  private final GuardedService service;
  private final String operator;
  private final String insee;
  private final String inseeId;

  AuditApiTest(@TempDir Path folder) throws IOException {
    service = new GuardedService(folder, new Access(0, 0, List.of(), Optional.empty()), 0);
    operator = "Bearer " + service.key(Scope.OPERATOR, "", 0).secret();
    var made = service.key(Scope.STUDIES, "insee", 0);
    insee = "Bearer " + made.secret();
    inseeId = made.key().id();
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private HttpResponse<String> send(String method, String path, String body, String key) {
    return service.send(method, path, body, "Authorization", key, "Content-Type", JSON);
  }

  private DocumentContext audit(String query) {
    HttpResponse<String> answer = service.get(AUDIT + query, "Authorization", operator);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    return JsonPath.parse(answer.body());
  }

  private static List<String> texts(DocumentContext json, String path) {
    return json.read(path);
  }

  private static String study(String title) {
    return "{\"producers\": [\"insee\"], \"title\": \"%s\", \"status\": \"published\", \"issued\": \"2024\", \"territories\": [\"R93\"], \"themes\": [\"emploi\"]}"
        .formatted(title);
  }

  @Test
  void a_study_is_followed_from_deposit_to_deletion_and_refusals_are_seen_too() {
    HttpResponse<String> made = send("POST", "/api/v1/studies", study("Une étude à suivre"), insee);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = JsonPath.parse(made.body()).read("$.studies[0].study.id");
    send("POST", "/api/v1/studies?dryRun=true", study("Rien qu'un essai"), insee);
    send("POST", "/api/v1/studies", "{\"title\": \"\"}", insee);
    send("POST", "/api/v1/studies/" + id + "/qualification", "{\"to\": \"published\"}", operator);
    send("DELETE", "/api/v1/studies/" + id + "?reason=essai", "", insee);
    send("DELETE", "/api/v1/studies/" + id, "", "Bearer psr_0123456789_" + "a".repeat(43));

    DocumentContext trail = audit("?limit=100");
    assertThat(texts(trail, "$.items[*].means")).contains("key " + inseeId);
    assertThat(texts(trail, "$.items[?(@.subject=='study/" + id + "')].action"))
        .containsExactly("study-deleted", "study-qualified", "study-deposited");
    assertThat(texts(trail, "$.items[?(@.outcome=='refused')].rule")).contains("refused");
    assertThat(trail.jsonString())
        .as("references only, no secret, nothing of a dry run")
        .doesNotContain("Une étude à suivre", "essai", insee.substring(7), operator.substring(7));
  }

  @Test
  void what_is_written_by_graphql_is_there_as_well() {
    HttpResponse<String> answer =
        send(
            "POST",
            "/graphql",
            "{\"query\": \"mutation { depositStudy(study: {producers: [\\\"insee\\\"], title:"
                + " \\\"Par le graphe\\\", status: PUBLISHED, issued: \\\"2024\\\", territories:"
                + " [\\\"R93\\\"], themes: [\\\"emploi\\\"]}) { study { id } } }\"}",
            insee);
    assertThat(answer.body()).contains("\"id\"");
    String id = JsonPath.parse(answer.body()).read("$.data.depositStudy.study.id");

    assertThat(
            texts(
                audit("?action=study-deposited"),
                "$.items[?(@.subject=='study/" + id + "')].outcome"))
        .containsExactly("done");
  }

  @Test
  void it_is_paged_by_cursors_that_are_good_for_that_list_only() {
    for (int i = 0; i < 3; i++) {
      send("POST", "/api/v1/studies", "{\"title\": \"\"}", insee);
    }
    DocumentContext first = audit("?limit=1&action=study-deposited");
    String next = first.read("$.next");
    DocumentContext second = audit("?limit=1&action=study-deposited&cursor=" + next);

    assertThat(second.read("$.items[0].number", Long.class))
        .isLessThan(first.read("$.items[0].number", Long.class));
    assertThat(service.get(AUDIT + "?cursor=" + next, "Authorization", operator).statusCode())
        .isEqualTo(400);
    for (String wrong :
        List.of("?limit=0", "?limit=101", "?limit=x", "?action=x", "?cursor=AAAA", "?sinc=1")) {
      assertThat(service.get(AUDIT + wrong, "Authorization", operator).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  @Test
  void it_is_for_operators_only() {
    assertThat(service.get(AUDIT).statusCode()).isEqualTo(401);
    assertThat(service.get(AUDIT, "Authorization", insee).statusCode()).isEqualTo(403);
  }
}
