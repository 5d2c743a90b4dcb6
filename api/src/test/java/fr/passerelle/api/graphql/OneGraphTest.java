package fr.passerelle.api.graphql;

import static fr.passerelle.api.graphql.Asking.at;
import static fr.passerelle.api.graphql.Asking.json;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.StudiesService;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vocabularies, studies and indicators, walked from one to the other and back. */
class OneGraphTest {
  private static final String OPEN =
      StudiesService.deposit(
          """
          "title": "Les développeurs en Provence", "status": "published", "issued": "2024-05",
          "subjects": ["rome-4/M1805"], "themes": ["emploi"], "territories": ["R93"],
          "indicators": ["defm-abc", "un tableau à nous"]
          """);

  private static final String HIDDEN =
      StudiesService.deposit(
          """
          "title": "Les développeurs, note interne", "status": "published", "issued": "2024-06",
          "subjects": ["rome-4/M1805"], "territories": ["R93"], "indicators": ["defm-abc"],
          "visibility": "network"
          """);

  @AfterAll
  static void leaveNothing() {
    StudiesService.delete(OPEN);
    StudiesService.delete(HIDDEN);
  }

  private static Map<?, ?> ask(String query, boolean operator) {
    String body = Asking.body(query, Map.of());
    return json(
        operator
            ? StudiesService.send("POST", "/graphql", body).body()
            : StudiesService.anonymously(body).body());
  }

  private static @Nullable Object data(String query, Object... path) {
    Map<?, ?> response = ask(query, /* operator= */ false);
    assertThat(response.get("errors")).as(query).isNull();
    return at(response.get("data"), path);
  }

  @Test
  void from_an_occupation_to_skills_certifications_studies_and_figures_of_a_perimeter() {
    String query =
        """
        { concept(vocab: "rome-4", code: "M1805") {
            skills(first: 1) { edges { node { prefLabel
              figures(indicators: ["competences-demandees"], territories: ["R93"]) { mapping { predicate }
                concept { code } figure { value unit placeName } } } } }
            certificationsOfV3Parent(first: 1) { totalCount }
            studies(first: 3) { totalCount feed edges { node { title subjects { code }
              usedIndicators { code figures(territories: ["R44"], period: "2016-Q4") { value } } } } }
            figures(territories: ["R93"]) { figure { value } } } }
        """;

    @Nullable Object concept = data(query, "concept");

    assertThat((Integer) at(concept, "certificationsOfV3Parent", "totalCount")).isPositive();
    assertThat(at(concept, "studies", "totalCount")).isEqualTo(1);
    assertThat((String) at(concept, "studies", "feed")).endsWith("?subject=rome-4%2FM1805");
    @Nullable Object study = at(concept, "studies", "edges", 0, "node");
    assertThat(at(study, "title")).isEqualTo("Les développeurs en Provence");
    assertThat(at(study, "subjects", 0, "code")).isEqualTo("M1805");
    assertThat((List<?>) at(study, "usedIndicators")).hasSize(1);
    assertThat(at(study, "usedIndicators", 0, "figures", 0, "value")).isEqualTo(464_500.0);
  }

  @Test
  void a_skill_has_the_figures_that_are_cut_by_it() {
    List<?> figures =
        (List<?>)
            Objects.requireNonNull(
                data(
                    """
                    { concept(vocab: "rome-4", code: "300034") {
                        figures(indicators: ["competences-demandees"], territories: ["R93"], period: "2025-Q4") {
                          mapping { predicate } concept { code }
                          figure { value indicator { code } categories { code concept { code } } } } } }
                    """,
                    "concept",
                    "figures"));

    assertThat(figures).hasSize(1);
    assertThat(at(figures, 0, "figure", "value")).isEqualTo(1117.0);
    assertThat(at(figures, 0, "figure", "categories", 0, "concept", "code")).isEqualTo("300034");
    assertThat(at(figures, 0, "concept", "code")).isEqualTo("300034");
    assertThat(at(figures, 0, "mapping")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "rome-4, M1805, '', NOT_OF_THIS_TYPE",
    "rncp, RNCP8940, '', NO_CORRESPONDENCE",
    "rome-4, 300034, 'indicators: [\"defm-abc\"],', FILTERED",
  })
  void where_nothing_is_counted_it_is_said_why(
      String vocab, String code, String indicators, String reason) {
    Map<?, ?> response =
        ask(
            "{concept(vocab:\"%s\",code:\"%s\"){figures(%s territories:[\"R93\"]){figure{value}}}}"
                .formatted(vocab, code, indicators),
            /* operator= */ false);

    assertThat(at(response, "data", "concept", "figures")).isEqualTo(List.of());
    assertThat(at(response, "extensions", "emptyLists", 0, "path"))
        .isEqualTo(List.of("concept", "figures"));
    assertThat(at(response, "extensions", "emptyLists", 0, "reason")).isEqualTo(reason);
  }

  @Test
  void from_an_indicator_to_concepts_and_studies() {
    String query =
        """
        { skills: indicator(id: "competences-demandees") { concepts { totalCount edges { node { type } } }
            studies { totalCount emptyReason } }
          plain: indicator(id: "defm-abc") { concepts { totalCount emptyReason }
            studies(first: 1) { totalCount pageInfo { hasNextPage } edges { node { title } } } } }
        """;

    @Nullable Object all = data(query);

    assertThat(at(all, "skills", "concepts", "totalCount")).isEqualTo(6);
    assertThat(at(all, "skills", "concepts", "edges", 0, "node", "type"))
        .isIn("COMPETENCE", "MACRO_COMPETENCE");
    assertThat(at(all, "skills", "studies", "emptyReason")).isEqualTo("NONE_PUBLISHED");
    assertThat(at(all, "plain", "concepts", "emptyReason")).isEqualTo("NOT_STATED");
    assertThat(at(all, "plain", "studies", "totalCount")).isEqualTo(1);
    assertThat(at(all, "plain", "studies", "edges", 0, "node", "title"))
        .isEqualTo("Les développeurs en Provence");
  }

  @Test
  void from_a_territory_and_a_perimeter_to_studies_and_figures() {
    Object hash =
        Objects.requireNonNull(
            data(
                "mutation{createPerimeter(members:[\"D13\",\"D83\"]){perimeter{hash}}}",
                "createPerimeter",
                "perimeter",
                "hash"));

    @Nullable Object all =
        data(
            """
            { territory(code: "R93") { studies(first: 100) { edges { node { title } } }
                figures(indicators: ["competences-demandees"], period: "2025-Q4",
                  categories: "competence-rome=300034") { place value } }
              world: territory(code: "COM-13055") { studies { totalCount emptyReason } }
              perimeter(hash: "%s") { figures(indicators: ["competences-demandees"], period: "2025-Q4",
                  categories: "competence-rome=300034") { place placeName unit } } }
            """
                .formatted(hash));

    assertThat(String.valueOf(at(all, "territory", "studies")))
        .contains("Les développeurs en Provence")
        .doesNotContain("note interne");
    assertThat(at(all, "territory", "figures", 0, "value")).isEqualTo(1117.0);
    assertThat((String) at(all, "perimeter", "figures", 0, "place")).startsWith("P-");
  }

  @Test
  void what_is_hidden_is_seen_by_who_may_from_every_side() {
    String query =
        """
        { concept(vocab: "rome-4", code: "M1805") { studies { totalCount } }
          indicator(id: "defm-abc") { studies { totalCount } }
          node(id: "%s") { id } }
        """
            .formatted(HIDDEN);

    Map<?, ?> anyone = ask(query, /* operator= */ false);
    Map<?, ?> operator = ask(query, /* operator= */ true);

    for (String entry : List.of("concept", "indicator")) {
      assertThat(at(anyone, "data", entry, "studies", "totalCount")).isEqualTo(1);
      assertThat(at(operator, "data", entry, "studies", "totalCount")).isEqualTo(2);
    }
    assertThat(at(anyone, "data", "node")).isNull();
    assertThat(at(operator, "data", "node", "id")).isEqualTo(HIDDEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vocab(id:\"rome\")",
        "concept(vocab:\"rome\",code:\"M1805\")",
        "correspondence(id:\"certifinfo/rncp--rome-3\")",
        "collection(id:\"france-travail/transition-ecologique-emploi-vert-fiches-metiers\")",
        "study(id:\"OPEN\")",
        "producer(code:\"insee\")",
        "territory(code:\"R93\")",
        "territory(code:\"COM-13055\")",
        "indicator(id:\"defm-abc\")",
      })
  void an_object_is_found_again_by_its_identifier(String entry) {
    String asked = entry.replace("OPEN", OPEN);
    @Nullable Object first = data("{it:%s{id __typename}}".formatted(asked), "it");

    assertThat(data("{node(id:\"%s\"){id __typename}}".formatted(at(first, "id")), "node"))
        .isEqualTo(first);
  }

  @Test
  void series_and_perimeters_too_and_indicators_by_both_names() {
    @Nullable Object all =
        data(
            """
            { series { id __typename } indicator(id: "defm-abc") { id code } }
            """);
    @Nullable Object series = at(all, "series", 0);
    @Nullable Object perimeter =
        data(
            "mutation{createPerimeter(members:[\"D13\"]){perimeter{id __typename}}}",
            "createPerimeter",
            "perimeter");

    for (Object each : List.of(Objects.requireNonNull(series), Objects.requireNonNull(perimeter))) {
      assertThat(data("{node(id:\"%s\"){id __typename}}".formatted(at(each, "id")), "node"))
          .isEqualTo(each);
    }
    String opaque = String.valueOf(at(all, "indicator", "id"));
    assertThat(opaque).isNotEqualTo("defm-abc");
    assertThat(data("{indicator(id:\"%s\"){code}}".formatted(opaque), "indicator", "code"))
        .isEqualTo("defm-abc");
    assertThat(
            (List<?>)
                data(
                    "{figures(indicators:[\"%s\"],territories:[\"R44\"]){value}}".formatted(opaque),
                    "figures"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Q29uY2VwdDpyb21lLTQvWDk5OTk", // Concept:rome-4/X9999
    "SW5kaWNhdG9yOm5vbmU", // Indicator:none
    "VGVycml0b3J5OlI5OTk", // Territory:R999
    "UHJvZHVjZXI6bm9ib2R5", // Producer:nobody
    "nobody/nothing--none",
    "aaaaaaaaaa",
    "0123456789abcdef",
  })
  void what_is_not_published_is_null(String id) {
    assertThat(data("{node(id:\"%s\"){id}}".formatted(id), "node")).isNull();
  }
}
