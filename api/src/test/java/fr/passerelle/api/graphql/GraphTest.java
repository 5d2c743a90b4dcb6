package fr.passerelle.api.graphql;

import static fr.passerelle.api.graphql.Asking.ask;
import static fr.passerelle.api.graphql.Asking.at;
import static fr.passerelle.api.graphql.Asking.code;
import static fr.passerelle.api.graphql.Asking.data;
import static fr.passerelle.api.graphql.Asking.json;
import static fr.passerelle.api.graphql.Asking.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {

  @ParameterizedTest
  @CsvSource({
    "M1805, 10, Développeur / Développeuse informatique",
    "D1102, 12, Boulanger / Boulangère"
  })
  void a_sheet_is_told_with_its_core_skills(String code, int core, String label) {
    Map<?, ?> response =
        ask(
            """
            { concept(vocab:"rome-4", code:"%s") { uri code type prefLabel altLabels
              broader { code prefLabel }
              skills(first: 5, mark: PRINCIPALE) { edges { node { code prefLabel } } totalCount } } }
            """
                .formatted(code));

    assertThat(response.get("errors")).isNull();
    Map<?, ?> concept = (Map<?, ?>) Objects.requireNonNull(at(response, "data", "concept"));
    assertThat(concept.get("code")).isEqualTo(code);
    assertThat(concept.get("type")).isEqualTo("FICHE_METIER");
    assertThat((String) concept.get("uri")).endsWith("/id/vocab/rome-4/" + code);
    assertThat(concept.get("prefLabel")).isEqualTo(label);
    assertThat((List<?>) concept.get("altLabels")).isNotNull();
    assertThat(at(concept, "broader", 0, "code")).isEqualTo(code.substring(0, 3));
    assertThat((List<?>) at(concept, "skills", "edges")).hasSize(5);
    assertThat(at(concept, "skills", "totalCount")).isEqualTo(core);
  }

  @ParameterizedTest
  @CsvSource({
    "M, BROADER, NOT_OF_THIS_TYPE",
    "M1805, BROADER, ''",
    "M1805, RELATED, NOT_OF_THIS_TYPE",
    "M1805, REPLACED_BY, IN_USE",
    "M1805, REGIONAL, NONE_MADE"
  })
  void a_plain_list_that_is_empty_says_why(String code, String list, String reason) {
    String query =
        "{ concept(vocab:\"rome-4\", code:\"%s\") { absence(of: %s) { reason explanation } } }"
            .formatted(code, list);

    if (reason.isEmpty()) {
      assertThat(data(query, "concept", "absence")).isNull();
    } else {
      assertThat(data(query, "concept", "absence", "reason")).isEqualTo(reason);
      assertThat((String) data(query, "concept", "absence", "explanation")).isNotBlank();
    }
  }

  @Test
  void a_misspelt_search_says_how_it_was_read_and_an_empty_one_why() {
    String query = "{ search(q:\"%s\") { interpretedAs otherReadings emptyReason } }";

    assertThat(data(query.formatted("boulagner"), "search", "interpretedAs"))
        .isEqualTo("boulanger");
    assertThat(data(query.formatted("boulanger"), "search", "interpretedAs")).isNull();
    assertThat(data(query.formatted("zzzzzz"), "search", "emptyReason")).isEqualTo("NOT_FOUND");
  }

  @Test
  void a_label_is_in_the_language_asked() {
    String query =
        "{ concept(vocab:\"themes\", code:\"population\") { prefLabel fr: prefLabel(lang:\"fr\") }"
            + " }";

    String english =
        post(
                Asking.body(query, Map.of()),
                "Content-Type",
                "application/json",
                "Accept-Language",
                "en")
            .body();

    assertThat(at(json(english), "data", "concept", "prefLabel"))
        .isEqualTo("population and labour force");
    assertThat(at(json(english), "data", "concept", "fr"))
        .isEqualTo("la population et la population active");
    assertThat(data(query, "concept", "prefLabel"))
        .isEqualTo("la population et la population active");
    assertThat(
            code(ask("{concept(vocab:\"themes\",code:\"emploi\"){code prefLabel(lang:\"xx\")}}")))
        .isEqualTo("BAD_PARAMETER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "concept(vocab:\"rome-4\",code:\"M1805\")| skills",
        "concept(vocab:\"rome-4\",code:\"M1805\")| knowledge",
        "concept(vocab:\"rome-4\",code:\"D1102\")| workContexts",
        "concept(vocab:\"rome-4\",code:\"M1805\")| appellations",
        "concept(vocab:\"rome-4\",code:\"M1805\")| narrower",
        "concept(vocab:\"rome-4\",code:\"M1805\")| mobility",
        "concept(vocab:\"rome-4\",code:\"M1805\")| certificationsOfV3Parent",
        "concept(vocab:\"rome-4\",code:\"M1805\")| v3Parents",
        "concept(vocab:\"rome-3\",code:\"M1805\")| certifications",
        "concept(vocab:\"rome-3\",code:\"M1805\")| occupations",
        "concept(vocab:\"rome-4\",code:\"M\")| narrower",
        "concept(vocab:\"rncp\",code:\"8940\")| romeSheets",
        "concept(vocab:\"rncp\",code:\"8940\")| formacodeTerms",
        "vocab(id:\"themes\")| concepts",
      })
  void pages_give_each_element_once(String from, String connection) {
    int total = -1;
    Set<Object> seen = new LinkedHashSet<>();
    int count = 0;
    @Nullable Object after = "";
    do {
      String query =
          """
          { from: %s { page: %s(first: 3, after: "%s") { totalCount
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            edges { cursor node { id } } } } }
          """
              .formatted(from, connection, after);
      @Nullable Object page = data(query, "from", "page");
      total = (Integer) Objects.requireNonNull(at(page, "totalCount"));
      List<?> edges = (List<?>) Objects.requireNonNull(at(page, "edges"));
      edges.forEach(edge -> seen.add(Objects.requireNonNull(at(edge, "node", "id"))));
      assertThat(at(page, "pageInfo", "hasPreviousPage")).isEqualTo(count > 0);
      count += edges.size();
      assertThat(at(page, "pageInfo", "endCursor")).isEqualTo(at(edges.getLast(), "cursor"));
      after = at(page, "pageInfo", "endCursor");
      if (!Boolean.TRUE.equals(at(page, "pageInfo", "hasNextPage"))) {
        break;
      }
    } while (count <= total);

    assertThat(total).isPositive();
    assertThat(count).isEqualTo(total);
    assertThat(seen).hasSize(total);
  }

  @Test
  void a_search_pages_from_the_cursor_of_any_hit() {
    String all =
        "{search(q:\"développeur\",vocab:[\"rome\"],first:6){totalCount edges{cursor node{code}}}}";
    List<?> six = (List<?>) Objects.requireNonNull(data(all, "search", "edges"));

    String rest =
        "{search(q:\"développeur\",vocab:[\"rome\"],first:3,after:\"%s\"){edges{node{code}}}}"
            .formatted(at(six, 2, "cursor"));

    assertThat(at(ask(rest), "data", "search", "edges", 0, "node")).isEqualTo(at(six, 3, "node"));
  }

  @Test
  void a_search_says_what_matched_and_how_the_hits_are_spread() {
    @Nullable Object found =
        data(
            """
            { search(q: "boulanger", type: [FICHE_METIER, APPELLATION], status: [CURRENT]) {
              totalCount relaxed pageInfo { hasNextPage }
              edges { score match { field text } node { code type vocab { id title } } }
              facets { vocabs { value count } types { value count } statuses { value count } } } }
            """,
            "search");

    List<?> types = (List<?>) Objects.requireNonNull(at(found, "facets", "types"));
    assertThat(
            types.stream()
                .mapToInt(each -> (Integer) Objects.requireNonNull(at(each, "count")))
                .sum())
        .isEqualTo(at(found, "totalCount"));
    assertThat(at(found, "facets", "vocabs", 0, "value")).isEqualTo("rome-4");
    assertThat(at(found, "facets", "statuses", 0, "value")).isEqualTo("CURRENT");
    assertThat((String) at(found, "edges", 0, "match", "text")).containsIgnoringCase("boulang");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{concept(vocab:\"rome-5\",code:\"M1805\"){code}}| UNKNOWN_VOCABULARY| rome-4",
        "{concept(vocab:\"rome-4\",code:\"M18055\"){code}}| UNKNOWN_CODE| M1805",
        "{vocab(id:\"romee\"){id}}| UNKNOWN_VOCABULARY| rome",
        "{search(q:\"a\",vocab:[\"nope\"]){totalCount}}| UNKNOWN_VOCABULARY| vocab",
        "{vocab(id:\"rome\"){concepts(first:101){totalCount}}}| BAD_PARAMETER| 1 à 100",
        "{vocab(id:\"rome\"){concepts(first:-1){totalCount}}}| BAD_PARAMETER| 1 à 100",
        "{search(q:\"a\",first:0){totalCount}}| BAD_PARAMETER| 1 à 100",
        "{search(q:\"a\",after:\"zzz!\"){totalCount}}| BAD_CURSOR| cursor",
        "{vocab(id:\"rome\"){concepts(after:\"Zm9yZ2Vk\"){totalCount}}}| BAD_CURSOR| cursor",
        "{node(id:\"12\"){id}}| BAD_PARAMETER| id",
      })
  void an_error_names_its_kind_and_the_rule(String query, String code, String words) {
    Map<?, ?> response = ask(query);

    assertThat(code(response)).isEqualTo(code);
    assertThat((String) at(response, "errors", 0, "message")).contains(words);
    assertThat((String) at(response, "errors", 0, "extensions", "type")).contains("/problems/");
  }

  @Test
  void a_cursor_of_one_list_is_no_place_in_another() {
    String skills =
        "{concept(vocab:\"rome-4\",code:\"M1805\"){skills(first:1){pageInfo{endCursor}}}}";
    @Nullable Object cursor = data(skills, "concept", "skills", "pageInfo", "endCursor");

    assertThat(
            code(
                ask(
                    "{concept(vocab:\"rome-4\",code:\"M1805\"){mobility(after:\"%s\"){totalCount}}}"
                        .formatted(cursor))))
        .isEqualTo("BAD_CURSOR");
  }

  @Test
  void a_certification_is_reached_from_its_sheet_only_through_the_parent() {
    @Nullable Object sheet =
        data(
            """
            { concept(vocab: "rome", code: "D1102") { certifications { totalCount }
              certificationsOfV3Parent { totalCount edges { inferred node { type } } } } }
            """,
            "concept");

    assertThat(at(sheet, "certifications", "totalCount")).isEqualTo(0);
    assertThat((Integer) at(sheet, "certificationsOfV3Parent", "totalCount")).isPositive();
    assertThat(at(sheet, "certificationsOfV3Parent", "edges", 0, "node", "type"))
        .isEqualTo("CERTIFICATION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"concept(vocab:\"rome\",code:\"m 1805\")", "vocab(id:\"rome\")"})
  void an_object_is_found_again_by_its_identifier(String entry) {
    @Nullable Object first = data("{ it: %s { id __typename } }".formatted(entry), "it");

    assertThat(data("{ node(id: \"%s\") { id __typename } }".formatted(at(first, "id")), "node"))
        .isEqualTo(first);
  }

  @Test
  void a_skill_knows_the_sheets_that_call_for_it() {
    String query =
        """
        { concept(vocab: "rome-4", code: "M1805") { skills(first: 1) { edges { mark node {
          occupations(first: 100) { edges { mark kind node { code type } } } } } } } }
        """;

    List<?> sheets =
        (List<?>)
            Objects.requireNonNull(
                data(query, "concept", "skills", "edges", 0, "node", "occupations", "edges"));

    assertThat(sheets).anyMatch(edge -> "M1805".equals(at(edge, "node", "code")));
    assertThat(sheets).allMatch(edge -> "FICHE_METIER".equals(at(edge, "node", "type")));
  }

  @Test
  void every_field_of_a_vocabulary_and_of_a_concept_can_be_read() {
    Map<?, ?> response =
        ask(
            """
            { vocabs { id uri title release issued sample licence { code label uri } producer
                homepage citation conceptCount companionOf { id } }
              concept(vocab: "rome-4", code: "D1102") { definition notes { kind text lang }
                properties { name value } related { code } history { entered changed left }
                source { producer title release modified licence { uri } citation sample }
                sectors { totalCount } nafSectors { totalCount } themes { totalCount }
                interests { totalCount } riasecProfiles { totalCount } contextTypes { totalCount }
                links(kind: MOBILITE) { edges { order node { code } } } } }
            """);

    assertThat(response.get("errors")).isNull();
    assertThat(at(response, "data", "concept", "links", "edges", 0, "order"))
        .isInstanceOf(Integer.class);
  }

  @Test
  void what_is_typed_is_suggested_with_what_matched() {
    Map<?, ?> response =
        ask(
            """
            { suggest(q: "boulang", vocab: ["rome"], type: [FICHE_METIER], first: 2) {
                concept { code prefLabel } match { field text } }
              none: suggest(q: " ") { concept { code } } }
            """);

    assertThat(response.get("errors")).isNull();
    assertThat(at(response, "data", "suggest", 0, "concept", "code")).isEqualTo("D1102");
    assertThat(at(response, "data", "suggest", 0, "match", "field")).isEqualTo("PREF_LABEL");
    assertThat(at(response, "data", "none")).isEqualTo(List.of());
  }

  @Test
  void an_empty_plain_list_says_why_beside_the_data() {
    Map<?, ?> response =
        ask(
            """
            { blank: suggest(q: " ") { concept { code } }
              found: suggest(q: "boulang") { concept { code } }
              strange: suggest(q: "xqzwkj") { concept { code } }
              collections(author: "personne") { id } }
            """);

    assertThat(at(response, "extensions", "emptyLists", 0, "path")).isEqualTo(List.of("blank"));
    assertThat(at(response, "extensions", "emptyLists", 0, "reason")).isEqualTo("NOT_ASKED");
    assertThat(at(response, "extensions", "emptyLists", 1, "path")).isEqualTo(List.of("strange"));
    assertThat(at(response, "extensions", "emptyLists", 1, "reason")).isEqualTo("NOT_FOUND");
    assertThat(at(response, "extensions", "emptyLists", 2, "path"))
        .isEqualTo(List.of("collections"));
    assertThat((List<?>) at(response, "extensions", "emptyLists")).hasSize(3);
  }
}
