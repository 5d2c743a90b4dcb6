package fr.passerelle.api.linkeddata.sparql.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.api.http.ProblemException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is admitted as a query, and what is refused before anything is done. */
class GuardedQueryTest {
  private static final String BASE = "http://exemple.fr/sparql";

  private static void refused(String query, String why) {
    assertThatThrownBy(() -> GuardedQuery.of(query, BASE))
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .satisfies(problem -> {
          assertThat(problem.type().status().getCode()).isEqualTo(400);
          assertThat(problem.detail()).contains(why);
          assertThat(problem.errors()).isNotEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://169.254.169.254/latest> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o . SERVICE ?s { ?a ?b ?c } }",
        "SELECT * { { SELECT * { SERVICE <http://a.fr/> { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://a.fr/> { ?s ?q ?r } } }",
        "SELECT * { ?s ?p ?o FILTER(?o = 1 || NOT EXISTS { SERVICE <http://a.fr/> { ?s ?q ?r } })"
            + " }",
        "SELECT * { ?s ?p ?o } ORDER BY EXISTS { SERVICE <http://a.fr/> { ?s ?q ?r } }",
        "SELECT (EXISTS { SERVICE <http://a.fr/> { ?s ?q ?r } } AS ?e) { ?s ?p ?o }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://a.fr/> { ?s ?q ?r }"
            + " })",
        "SELECT (SUM(IF(EXISTS { SERVICE <http://a.fr/> { ?s ?q ?r } }, 1, 0)) AS ?n) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o BIND(EXISTS { SERVICE <http://a.fr/> { ?s ?q ?r } } AS ?e) }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE <http://a.fr/> { ?s ?q ?r } } }",
        "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <http://a.fr/> { ?s ?q ?r } } }",
        "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { SERVICE <http://a.fr/> { ?s ?q ?r } } } }",
        "ASK { SERVICE <http://a.fr/> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://a.fr/> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <http://a.fr/> { ?s ?p ?o } }"
      })
  void no_query_asks_elsewhere(String query) {
    refused(query, "SERVICE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * { ?s ?p ?o FILTER(<java:java.lang.System.exit>(0)) } | fonction
          SELECT * { ?s ?p ?o FILTER(<http://jena.apache.org/ARQ/function#sprintf>('%999999999d', 1) = 'a') } | fonction
          SELECT (<http://jena.apache.org/ARQ/js#eval>('while(true){}') AS ?x) { } | fonction
          SELECT * { ?s ?p ?o } ORDER BY <http://www.w3.org/2005/xpath-functions#format-number>(?o, '#') | fonction
          SELECT (<http://jena.apache.org/ARQ/function/aggregate#stdev>(?o) AS ?x) { ?s ?p ?o } | agrégat
          SELECT * { ?s <java:a.b.C> ?o } | propriété
          SELECT * { ?s <http://jena.apache.org/text#query> 'a' } | propriété
          SELECT * { ?s <http://jena.apache.org/ARQ/list#member> ?o } | propriété
          SELECT * { ?s <http://jena.apache.org/ARQ/property#strSplit> ('a' 'b') } | propriété
          """)
  void nothing_is_computed_but_what_sparql_names(String query, String why) {
    refused(query, why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT DATA { <a> <b> <c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/secret>",
        "CLEAR ALL",
        "DROP GRAPH <http://exemple.fr/>",
        "PREFIX a: <http://a.fr/> INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; DELETE WHERE { ?s ?p ?o }"
      })
  void updates_are_told_that_all_is_read_only(String update) {
    refused(update, "lecture seule");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { LET (?x := 1) }",
        "JSON { 'a': ?s } WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o LATERAL { ?s ?q ?r } }",
        "SELECT * { ?s ?p{2,1000000} ?o }",
        "SELECT (CALL(<java:a>) AS ?x) { }",
        "CONSTRUCT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"
      })
  void what_only_one_engine_understands_is_no_query(String query) {
    assertThatThrownBy(() -> GuardedQuery.of(query, BASE)).isInstanceOf(ProblemException.class);
  }

  @Test
  void a_mistake_is_told_by_line_and_column() {
    refused("SELECT ?s\nWHERE { ?s ?p }", "ligne 2, colonne");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "{", "!", "-", "["})
  void what_is_nested_too_deep_is_refused_before_it_is_parsed(String sign) {
    refused("SELECT * { ?s ?p ?o FILTER(" + sign.repeat(5_000), "imbriquée");
  }

  @Test
  void brackets_in_texts_and_addresses_are_none() {
    String brackets = "(".repeat(500);

    assertThat(
            GuardedQuery.of(
                    "SELECT * { ?s ?p '%s' , \"\\\"%s\" , '''%s''' . # %s\n }"
                        .formatted(brackets, brackets, brackets, brackets),
                    BASE)
                .lasting())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT (NOW() AS ?x) { }            | false
          SELECT * { BIND(RAND() AS ?x) }     | false
          SELECT * { FILTER(STRUUID() = 'a') } | false
          SELECT (BNODE() AS ?x) { }          | false
          SELECT (xsd:integer('1') AS ?x) { } | true
          SELECT * { ?s ?p ?o }               | true
          """)
  void what_depends_on_the_moment_is_not_kept(String query, boolean lasting) {
    String xsd = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

    assertThat(GuardedQuery.of(xsd + query, BASE).lasting()).isEqualTo(lasting);
  }

  @Test
  void a_query_is_the_same_however_it_is_written() {
    String one =
        "PREFIX a: <http://a.fr/>\nSELECT ?s WHERE { ?s a:b 'é' . # rien\n FILTER(?s != a:c) }";
    String other = "PREFIX   a: <http://a.fr/> SELECT ?s { ?s a:b 'é' FILTER(?s != a:c)}";

    assertThat(GuardedQuery.of(one, BASE).text()).isEqualTo(GuardedQuery.of(other, BASE).text());
    assertThat(GuardedQuery.again(GuardedQuery.of(one, BASE).text(), BASE).query())
        .isEqualTo(GuardedQuery.of(other, BASE).query());
  }

  @Test
  void hundreds_of_patterns_are_too_many() {
    refused("SELECT * { " + "?s ?p ?o . ".repeat(200) + "}", "triplets au plus");
    refused("SELECT * { FILTER(1 = 1" + " || 1 = 1".repeat(2_500) + ") }", "parties");
  }
}
