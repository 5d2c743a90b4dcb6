package fr.passerelle.api.reconcile;

import static fr.passerelle.api.reconcile.Reconciling.SERVICE;
import static fr.passerelle.api.reconcile.Reconciling.encoded;
import static fr.passerelle.api.reconcile.Reconciling.extend;
import static fr.passerelle.api.reconcile.Reconciling.post;
import static fr.passerelle.api.reconcile.Reconciling.queries;
import static fr.passerelle.api.reconcile.Reconciling.read;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The W3C Reconciliation Service API 0.2, as a client of it meets it. */
class ReconcileTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/reconcile, tous les référentiels, /api/v1/reconcile",
    "/api/v1/vocabs/rome-4/reconcile, (rome-4), /api/v1/vocabs/rome-4/reconcile",
    "/api/v1/vocabs/rome/reconcile, (rome-4), /api/v1/vocabs/rome-4/reconcile"
  })
  void the_manifest_says_what_the_service_does(String path, String name, String service) {
    HttpResponse<String> manifest = RunningService.get(path);
    String address = RunningService.address();

    assertThat(manifest.statusCode()).isEqualTo(200);
    assertThat(manifest.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(manifest.body()).doesNotContain("null");
    assertThat(Reconciling.<List<String>>read(manifest, "$.versions")).containsExactly("0.2");
    assertThat(Reconciling.<String>read(manifest, "$.name")).contains(name);
    assertThat(Reconciling.<String>read(manifest, "$.identifierSpace"))
        .isEqualTo(address + "/id/vocab/");
    assertThat(Reconciling.<String>read(manifest, "$.schemaSpace"))
        .isEqualTo("http://www.w3.org/2004/02/skos/core#Concept");
    for (String template : List.of("$.view.url", "$.feature_view.url", "$.preview.url")) {
      assertThat(Reconciling.<String>read(manifest, template))
          .startsWith(address)
          .contains("{{id}}");
    }
    assertThat(Reconciling.<Integer>read(manifest, "$.preview.width")).isPositive();
    assertThat(Reconciling.<Integer>read(manifest, "$.preview.height")).isPositive();
    assertThat(Reconciling.<Integer>read(manifest, "$.batchSize")).isEqualTo(50);
    for (String suggest : List.of("entity", "property", "type")) {
      String there = address + service + "/suggest/" + suggest;
      assertThat(
              Reconciling.<String>read(manifest, "$.suggest." + suggest + ".service_url")
                  + read(manifest, "$.suggest." + suggest + ".service_path"))
          .isEqualTo(there);
    }
    assertThat(Reconciling.<String>read(manifest, "$.extend.propose_properties.service_path"))
        .isEqualTo("/extend/propose");
    assertThat(Reconciling.<List<String>>read(manifest, "$.extend.property_settings[*].type"))
        .containsExactly("number", "select");
    assertThat(Reconciling.<List<String>>read(manifest, "$.defaultTypes[*].id"))
        .contains("rome-4/fiche-metier");
  }

  @Test
  void a_batch_is_answered_by_get_and_by_post_alike() {
    String batch =
        """
        {"q0": {"query": "m 1805", "type": "rome-4", "limit": 2},
         "été/~1": {"query": "boulangère", "type": ["rome-4/fiche-metier"], "type_strict": "should"}}
        """;
    HttpResponse<String> posted = queries(batch);
    HttpResponse<String> got = RunningService.get(SERVICE + "?queries=" + encoded(batch));

    assertThat(posted.statusCode()).isEqualTo(200);
    assertThat(got.body()).isEqualTo(posted.body());
    assertThat(Reconciling.<Map<String, Object>>read(posted, "$")).containsOnlyKeys("q0", "été/~1");
    assertThat(Reconciling.<String>read(posted, "$.q0.result[0].id")).isEqualTo("rome-4/M1805");
    assertThat(Reconciling.<Boolean>read(posted, "$.q0.result[0].match")).isTrue();
    assertThat(Reconciling.<String>read(posted, "$['été/~1'].result[0].id"))
        .isEqualTo("rome-4/D1102");
    assertThat(posted.body()).doesNotContain("null").doesNotContain("error");
  }

  @Test
  void a_candidate_has_every_field_of_the_specification() {
    HttpResponse<String> answer = queries("{\"q\":{\"query\":\"soudeur\",\"limit\":5}}");
    List<Map<String, Object>> candidates = read(answer, "$.q.result");

    assertThat(candidates).hasSize(5);
    assertThat(candidates)
        .allSatisfy(each -> {
          assertThat(each)
              .containsOnlyKeys("id", "name", "description", "type", "score", "match", "features");
          assertThat(each.get("id")).asString().matches("[a-z0-9-]+/.+");
          assertThat(each.get("name")).asString().isNotBlank();
          assertThat((Double) each.get("score")).isBetween(0.0, 100.0);
          assertThat(each.get("match")).isInstanceOf(Boolean.class);
        });
    List<Double> scores = read(answer, "$.q.result[*].score");
    assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    List<String> features = read(answer, "$.q.result[0].features[*].id");
    assertThat(features).doesNotHaveDuplicates().contains("code", "prefLabel", "altLabel");
    assertThat(Reconciling.<List<Object>>read(answer, "$.q.result[0].features[*].value"))
        .allMatch(value -> value instanceof Boolean || value instanceof Number);
    assertThat(Reconciling.<List<String>>read(answer, "$.q.result[0].type[*].id"))
        .hasSize(2)
        .last()
        .asString()
        .doesNotContain("/");
  }

  @Test
  void an_identifier_or_uri_of_the_service_comes_back_as_the_one_certain_candidate() {
    String uri = RunningService.address() + "/id/vocab/rncp/RNCP38667";
    HttpResponse<String> answer =
        queries("{\"a\":{\"query\":\"rncp/RNCP38667\"},\"b\":{\"query\":\"%s\"}}".formatted(uri));

    for (String key : List.of("a", "b")) {
      assertThat(
              Reconciling.<List<String>>read(answer, "$." + key + ".result[?(@.match==true)].id"))
          .containsExactly("rncp/RNCP38667");
    }
  }

  @Test
  void a_bare_code_that_two_editions_have_is_certain_of_neither() {
    HttpResponse<String> answer = queries("{\"q\":{\"query\":\"M1805\"}}");

    assertThat(Reconciling.<List<String>>read(answer, "$.q.result[*].id"))
        .contains("rome-4/M1805", "rome-3/M1805");
    assertThat(Reconciling.<List<Boolean>>read(answer, "$.q.result[*].match")).containsOnly(false);
    assertThat(
            Reconciling.<Boolean>read(
                post("/api/v1/vocabs/rome/reconcile", "queries", "{\"q\":{\"query\":\"M1805\"}}"),
                "$.q.result[0].match"))
        .isTrue();
  }

  @Test
  void cells_beside_choose_among_namesakes() {
    HttpResponse<String> answer =
        queries(
            """
            {"q": {"query": "concepteur développeur d'applications",
                   "type": "rncp/certification",
                   "properties": [{"pid": "level", "v": 6}, {"pid": "code", "v": ["36490", 1]},
                                  {"pid": "mapping:rome-3", "v": {"id": "rome-3/M1805"}}]},
             "r": {"query": "concepteur développeur d'applications",
                   "properties": [{"pid": "level", "v": ["1", "2"]}]},
             "s": {"properties": [{"pid": "code", "v": "38667"}], "type": "rncp"}}
            """);

    assertThat(Reconciling.<String>read(answer, "$.q.result[0].id")).isEqualTo("rncp/RNCP36490");
    assertThat(Reconciling.<Boolean>read(answer, "$.q.result[0].match")).isTrue();
    assertThat(
            Reconciling.<List<Boolean>>read(
                answer, "$.q.result[0].features[?(@.id=='property:level')].value"))
        .containsExactly(true);
    assertThat(Reconciling.<List<Boolean>>read(answer, "$.r.result[?(@.match==true)].match"))
        .isEmpty();
    assertThat(Reconciling.<String>read(answer, "$.s.result[0].id")).isEqualTo("rncp/RNCP38667");
  }

  @Test
  void a_column_gets_its_values_whole() {
    HttpResponse<String> answer =
        extend(
            """
            {"ids": ["rncp/RNCP36490", "rome-4/M1805", "rome-4/NOPE", "rncp/RNCP36490"],
             "properties": [{"id": "mapping:rome-3"}, {"id": "level"}, {"id": "altLabel"},
                            {"id": "romeSheets", "settings": {"content": "code", "limit": "1"}}]}
            """);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Reconciling.<List<String>>read(answer, "$.meta[*].id"))
        .containsExactly("mapping:rome-3", "level", "altLabel", "romeSheets");
    assertThat(Reconciling.<String>read(answer, "$.meta[0].type.id")).isEqualTo("rome-3");
    assertThat(Reconciling.<Map<String, Object>>read(answer, "$.meta[1]"))
        .containsOnlyKeys("id", "name");
    assertThat(Reconciling.<Map<String, Object>>read(answer, "$.rows")).hasSize(3);
    assertThat(
            Reconciling.<List<Map<String, String>>>read(
                answer, "$.rows['rncp/RNCP36490']['mapping:rome-3']"))
        .singleElement()
        .satisfies(cell ->
            assertThat(cell).containsOnlyKeys("id", "name").containsEntry("id", "rome-3/M1805"));
    assertThat(
            Reconciling.<List<Map<String, String>>>read(answer, "$.rows['rncp/RNCP36490'].level"))
        .containsExactly(Map.of("str", "6"));
    assertThat(
            Reconciling.<List<Map<String, String>>>read(
                answer, "$.rows['rncp/RNCP36490'].romeSheets"))
        .containsExactly(Map.of("str", "M1805"));
    assertThat(Reconciling.<List<Object>>read(answer, "$.rows['rome-4/M1805'].altLabel"))
        .hasSizeGreaterThan(1);
    assertThat(Reconciling.<Map<String, List<Object>>>read(answer, "$.rows['rome-4/NOPE']"))
        .hasSize(4)
        .allSatisfy((property, values) -> assertThat(values).isEmpty());
  }

  @Test
  void properties_are_proposed_for_a_type() {
    HttpResponse<String> proposal =
        RunningService.get(SERVICE + "/extend/propose?type=rncp/certification&limit=100");

    assertThat(Reconciling.<String>read(proposal, "$.type")).isEqualTo("rncp/certification");
    assertThat(Reconciling.<Integer>read(proposal, "$.limit")).isEqualTo(100);
    assertThat(Reconciling.<List<String>>read(proposal, "$.properties[*].id"))
        .contains("code", "prefLabel", "level", "romeSheets", "mapping:formacode-14")
        .doesNotContain("competence");
    assertThat(Reconciling.<List<String>>read(proposal, "$.properties[*].name"))
        .allMatch(name -> !name.isBlank());
    assertThat(
            Reconciling.<List<Object>>read(
                RunningService.get(SERVICE + "/extend/propose?type="), "$.properties"))
        .hasSizeGreaterThan(20);
    assertThat(
            Reconciling.<List<Object>>read(
                RunningService.get(SERVICE + "/extend/propose?type=rome-4&limit=3"),
                "$.properties"))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "entity?prefix=boulang, D1102",
    "entity?prefix=rome-4/M1805, rome-4/M1805",
    "entity?prefix=boulang&type=rome-4/fiche-metier&type_strict=should&lang=en&key=, rome-4/D1102",
    "type?prefix=fiche, rome-4/fiche-metier",
    "type?prefix=rome-4/ap&type=x, rome-4/appellation",
    "property?prefix=niv, level",
    "property?prefix=mapping:rome-3, mapping:rome-3",
    "property?prefix=ecolog&type=y, transitionEcologique"
  })
  void what_is_typed_is_suggested(String path, String id) {
    HttpResponse<String> answer = RunningService.get(SERVICE + "/suggest/" + path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Reconciling.<List<String>>read(answer, "$.result[*].id"))
        .anyMatch(each -> each.endsWith(id));
    assertThat(answer.body()).doesNotContain("null");
  }

  @Test
  void suggestions_go_on_where_the_cursor_says() {
    List<String> first =
        read(RunningService.get(SERVICE + "/suggest/entity?prefix=conducteur"), "$.result[*].id");
    List<String> next =
        read(
            RunningService.get(SERVICE + "/suggest/entity?prefix=conducteur&cursor=20"),
            "$.result[*].id");

    assertThat(first).hasSize(20);
    assertThat(next).isNotEmpty().doesNotContainAnyElementsOf(first);
  }

  @Test
  void a_service_of_one_vocabulary_knows_nothing_of_the_others() {
    HttpResponse<String> answer =
        post("/api/v1/vocabs/rncp/reconcile", "queries", "{\"q\":{\"query\":\"boulanger\"}}");

    assertThat(Reconciling.<List<String>>read(answer, "$.q.result[*].id"))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("rncp/"));
    assertThat(
            Reconciling.<List<String>>read(
                RunningService.get("/api/v1/vocabs/rncp/reconcile/suggest/type"), "$.result[*].id"))
        .containsExactly("rncp", "rncp/certification");
    assertThat(RunningService.get("/api/v1/vocabs/nope/reconcile").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"rome-4/M1805, /doc/vocab/rome-4/M1805", "rncp/RNCP38667, /doc/vocab/rncp/RNCP38667"})
  void an_identifier_encoded_whole_leads_to_its_page(String id, String page) {
    HttpResponse<String> answer = RunningService.get(SERVICE + "/view?id=" + encoded(id));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains(page);
    assertThat(RunningService.get(page).statusCode()).isEqualTo(200);
  }

  @Test
  void a_preview_is_a_page_that_loads_nothing() {
    HttpResponse<String> preview =
        RunningService.get(SERVICE + "/preview?id=" + encoded("rome-4/M1805"));

    assertThat(preview.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("frame-ancestors");
    assertThat(preview.body())
        .contains("Développeur / Développeuse informatique", "M1805")
        .doesNotContain("<script", "<link", "<img", "src=");
    assertThat(RunningService.get(SERVICE + "/preview?id=nope").statusCode()).isEqualTo(404);
  }

  @Test
  void the_page_about_the_service_explains_every_feature() {
    String page = RunningService.get("/reconciliation").body();
    List<String> features =
        read(
            queries("{\"q\":{\"query\":\"soudeur\",\"properties\":[{\"pid\":\"level\",\"v\":1}]}}"),
            "$.q.result[0].features[*].id");

    assertThat(features)
        .allSatisfy(
            each -> assertThat(page).contains("id=\"" + each + "\"").doesNotContain("recon."));
  }
}
