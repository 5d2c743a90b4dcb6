package fr.passerelle.api.oai;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.OperatedService;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** The provider as harvesters of libraries ask it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OaiTest {
  private final OperatedService service;

  OaiTest(@TempDir Path folder) throws IOException {
    service = new OperatedService(folder);
    service.deposit(0, 220);
  }

  @AfterAll
  void close() {
    service.close();
  }

  private OaiXml ask(String query) {
    return OaiXml.read(service.get("/oai?" + query));
  }

  private OaiXml go(String verb, String token) {
    return ask("verb=" + verb + "&resumptionToken=" + token);
  }

  private String iri(String id) {
    return service.address() + "/id/study/" + id;
  }

  private static String form(String identifier, String title, String visibility) {
    return """
    {"title": "%s", "identifier": "%s", "producers": ["insee"], "themes": ["orientation"],
     "territories": ["R93"], "status": "published", "issued": "2024-05", "visibility": "%s"}
    """
        .formatted(title, identifier, visibility);
  }

  @Test
  void it_says_what_it_is() {
    OaiXml identify = ask("verb=Identify");

    assertThat(identify.texts("baseURL")).containsExactly(service.address() + "/oai");
    assertThat(identify.list("request").getFirst().getAttribute("verb")).isEqualTo("Identify");
    assertThat(Instant.parse(identify.texts("earliestDatestamp").getFirst()))
        .isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void GET_and_POST_answer_the_same() {
    String query = "verb=ListRecords&metadataPrefix=dcat_ap&set=producer:insee";
    OaiXml posted = OaiXml.read(service.post("/oai", query.replace(":", "%3A")));

    assertThat(posted.identifiers()).isNotEmpty().isEqualTo(ask(query).identifiers());
  }

  /** Section 3.6, case by case; {@code ~} stands for an identifier that is there. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                          | badVerb
          verb=                                                       | badVerb
          verb=Rien                                                   | badVerb
          verb=Identify&verb=Identify                                 | badVerb
          verb=Identify&set=study                                     | badArgument
          verb=Identify&x=%00%3Cb%3E                                  | badArgument
          verb=ListRecords                                            | badArgument
          verb=ListRecords&metadataPrefix=                            | badArgument
          verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc | badArgument
          verb=ListRecords&metadataPrefix=marc21                      | cannotDisseminateFormat
          verb=ListRecords&metadataPrefix=oai_dc&from=hier            | badArgument
          verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30      | badArgument
          verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00.5Z | badArgument
          verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02T00:00:00Z | badArgument
          verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01 | badArgument
          verb=ListRecords&metadataPrefix=oai_dc&until=1999-12-31     | noRecordsMatch
          verb=ListRecords&metadataPrefix=oai_dc&from=2999-12-31      | noRecordsMatch
          verb=ListRecords&metadataPrefix=oai_dc&set=rien             | noRecordsMatch
          verb=ListRecords&metadataPrefix=oai_dc&set=a%20b            | badArgument
          verb=ListRecords&metadataPrefix=oai_dc&identifier=x         | badArgument
          verb=ListRecords&resumptionToken=AAAA                       | badResumptionToken
          verb=ListRecords&resumptionToken=%00                        | badResumptionToken
          verb=ListRecords&resumptionToken=AAAA&metadataPrefix=oai_dc | badArgument
          verb=ListSets&resumptionToken=AAAA                          | badResumptionToken
          verb=GetRecord&metadataPrefix=oai_dc                        | badArgument
          verb=GetRecord&metadataPrefix=oai_dc&identifier=rien        | idDoesNotExist
          verb=GetRecord&metadataPrefix=oai_dc&identifier=%3Cscript%3E | idDoesNotExist
          verb=GetRecord&metadataPrefix=marc21&identifier=~           | cannotDisseminateFormat
          verb=ListMetadataFormats&identifier=rien                    | idDoesNotExist
          """)
  void errors_are_those_of_the_protocol(String query, String code) {
    String there =
        URLEncoder.encode(service.address() + "/id/dataset/vocab/themes", StandardCharsets.UTF_8);
    OaiXml answer = ask(query.replace("~", there));

    assertThat(answer.errors()).containsExactly(code);
    Element request = answer.list("request").getFirst();
    assertThat(request.hasAttributes())
        .isEqualTo(!code.equals("badVerb") && !code.equals("badArgument"));
  }

  @Test
  void errors_of_a_form_are_the_same_and_another_body_is_refused() {
    assertThat(OaiXml.read(service.post("/oai", "verb=Identify&verb=Identify")).errors())
        .containsExactly("badVerb");
    assertThat(OaiXml.read(service.post("/oai?verb=Identify", "verb=Identify")).errors())
        .containsExactly("badArgument");
    assertThat(OaiXml.read(service.post("/oai", "verb=Identify%zz")).errors())
        .containsExactly("badVerb");
  }

  @Test
  void a_token_is_good_for_its_own_list_only() {
    String token = ask("verb=ListRecords&metadataPrefix=oai_dc").token();
    String forged = (token.charAt(20) == 'A' ? 'B' : 'A') + token.substring(1);

    assertThat(go("ListRecords", token).errors()).isEmpty();
    assertThat(go("ListIdentifiers", token).errors()).containsExactly("badResumptionToken");
    assertThat(go("ListRecords", forged).errors()).containsExactly("badResumptionToken");
    assertThat(go("ListRecords", token.substring(4)).errors())
        .containsExactly("badResumptionToken");
  }

  @Test
  void sets_are_kinds_themes_and_producers_and_each_gives_its_records() {
    OaiXml sets = ask("verb=ListSets");

    assertThat(sets.texts("setSpec"))
        .contains("study", "vocabulary", "correspondence", "theme:emploi", "producer:dares");
    for (String set : sets.texts("setSpec")) {
      OaiXml found = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=" + set);
      assertThat(found.errors()).as(set).isEmpty();
      assertThat(found.texts("setSpec")).allMatch(each -> !each.isEmpty());
    }
    assertThat(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=theme").identifiers())
        .hasSize(100);
  }

  @Test
  void a_record_is_the_same_in_both_formats_and_nothing_illegal_is_in_it() {
    String id =
        service.deposit(
            form("echap", "Emploi & <formation> \\\"n° 1\\\"", "public")
                .replace("<formation>", "< formation"));
    String get = "verb=GetRecord&identifier=" + URLEncoder.encode(iri(id), StandardCharsets.UTF_8);
    OaiXml dc = ask(get + "&metadataPrefix=oai_dc");
    OaiXml dcat = ask(get + "&metadataPrefix=dcat_ap");

    assertThat(dc.texts("title")).containsExactly("Emploi & < formation \"n° 1\"");
    assertThat(dc.texts("date")).containsExactly("2024-05");
    assertThat(dc.texts("publisher")).containsExactly("Insee");
    assertThat(dc.texts("coverage")).containsExactly("Provence-Alpes-Côte d'Azur");
    assertThat(dcat.texts("title")).contains("Emploi & < formation \"n° 1\"");
    assertThat(dcat.list("RDF").getFirst().getNamespaceURI())
        .isEqualTo("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    assertThat(dc.identifiers()).containsExactly(iri(id)).isEqualTo(dcat.identifiers());
    service.delete(id);
  }

  @Test
  void what_leaves_is_deleted_for_good_whatever_the_reason() {
    String deleted = service.deposit(form("supprimee", "Supprimée", "public"));
    String withdrawn = service.deposit(form("retiree", "Retirée", "public"));
    String hidden = service.deposit(form("cachee", "Cachée", "public"));
    String never = service.deposit(form("jamais", "Jamais vue", "network"));
    service.delete(deleted);
    service.pass(withdrawn, "withdrawn");
    service.put(hidden, form("cachee", "Cachée", "producer"));

    for (String id : List.of(deleted, withdrawn, hidden)) {
      HttpResponse<String> answer =
          service.get("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=" + iri(id));
      assertThat(OaiXml.read(answer).deleted()).containsExactly(iri(id));
      assertThat(answer.body()).doesNotContain("Supprimée", "Retirée", "Cachée", "<metadata>");
    }
    assertThat(ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + iri(never)).errors())
        .containsExactly("idDoesNotExist");
    // Also in the set in which they were.
    assertThat(all("ListIdentifiers", "metadataPrefix=oai_dc&set=theme:orientation"))
        .contains(iri(deleted), iri(withdrawn), iri(hidden));
  }

  @Test
  void what_leaves_a_set_is_deleted_in_that_set_and_lives_elsewhere() {
    String form = form("passe", "Passe d'un thème à l'autre", "public");
    String id = service.deposit(form);
    service.put(id, form.replace("orientation", "insertion"));

    assertThat(lists("theme:orientation", id).deleted()).contains(iri(id));
    assertThat(lists("theme:insertion", id).deleted()).doesNotContain(iri(id));
    assertThat(lists("producer:insee", id).deleted()).doesNotContain(iri(id));
    assertThat(lists("study", id).deleted()).doesNotContain(iri(id));
    assertThat(ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + iri(id)).deleted())
        .isEmpty();
    assertThat(all("ListIdentifiers", "metadataPrefix=oai_dc&set=theme:emploi"))
        .as("where it never was")
        .doesNotContain(iri(id));
    service.delete(id);
  }

  /** The page of a set that has that study. */
  private OaiXml lists(String set, String id) {
    OaiXml page = ask("verb=ListRecords&metadataPrefix=oai_dc&set=" + set);
    while (!page.identifiers().contains(iri(id))) {
      assertThat(page.token()).as(set).isNotEmpty();
      page = go("ListRecords", page.token());
    }
    return page;
  }

  @Test
  void an_answer_says_when_it_is_given_and_not_when_it_was_first_made()
      throws InterruptedException {
    String query = "verb=ListIdentifiers&metadataPrefix=oai_dc&set=vocabulary";
    Instant first = Instant.parse(ask(query).texts("responseDate").getFirst());
    while (!Instant.now().isAfter(first.plusSeconds(1))) {
      Thread.sleep(20);
    }
    HttpResponse<String> again = service.get("/oai?" + query);

    assertThat(Instant.parse(OaiXml.read(again).texts("responseDate").getFirst()))
        .isAfter(first)
        .isBeforeOrEqualTo(Instant.now());
    assertThat(again.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void a_vocabulary_that_is_withdrawn_is_deleted_and_its_feed_says_so() throws SQLException {
    String iri = service.address() + "/id/dataset/vocab/formacode-14";
    String get = "verb=GetRecord&metadataPrefix=oai_dc&identifier=" + iri;
    assertThat(ask(get).deleted()).isEmpty();
    // Taken up again, then led back to a state of before its licence was known.
    service.sql(
        """
        insert into publication_log (edition, release, action, at)
        select edition, release, 'publish', now() from publication where edition = 'formacode-14'
        """);
    service.sql(
        """
        insert into release select edition, 'avant', 'x', file, source_name, source_sha256, issued,
          sample, null, concepts, report, imported_at from release where edition = 'formacode-14'
        """);
    service.sql(
        """
        insert into publication_log (edition, release, action, at)
        values ('formacode-14', 'avant', 'rollback', now() + interval '1 second')
        """);
    service.sql("update publication set release = 'avant' where edition = 'formacode-14'");
    service.vocabularies().reload();

    assertThat(ask(get).deleted()).containsExactly(iri);
    assertThat(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=vocabulary").deleted())
        .containsExactly(iri);
    assertThat(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=study").deleted())
        .doesNotContain(iri);
    String feed =
        service.get("/ldes/vocabularies/vocabularies", "Accept", "application/n-quads").body();
    assertThat(feed.lines().filter(line -> line.contains("vocab/formacode-14@")))
        .filteredOn(line -> line.contains("activitystreams#"))
        .filteredOn(line -> line.contains("rdf-syntax-ns#type"))
        .extracting(line -> line.replaceAll(".*activitystreams#(\\w+)>.*", "$1"))
        .containsExactly("Create", "Update", "Delete");
    assertThat(feed).as("the release that was").contains("/ns/dcat#version");
  }

  @Test
  void what_changed_since_a_moment_is_found_and_nothing_else() throws InterruptedException {
    String before = ask("verb=Identify").texts("responseDate").getFirst();
    Instant next = Instant.parse(before).plusSeconds(1);
    while (Instant.now().isBefore(next)) {
      Thread.sleep(20);
    }
    String id = service.deposit(form("depuis", "Depuis", "public"));
    OaiXml since = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&from=" + next);
    OaiXml until =
        ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=producer:insee&until=" + before);

    assertThat(since.identifiers()).contains(iri(id)).hasSizeLessThan(20);
    assertThat(until.identifiers()).doesNotContain(iri(id));
    service.delete(id);
  }

  /** All identifiers of a list, page by page. */
  private List<String> all(String verb, String arguments) {
    OaiXml page = ask("verb=" + verb + "&" + arguments);
    List<String> all = new ArrayList<>(page.identifiers());
    while (!page.token().isEmpty()) {
      page = go(verb, page.token());
      all.addAll(page.identifiers());
    }
    return all;
  }

  @Test
  void nobody_is_skipped_or_repeated_while_studies_change_during_a_harvest() {
    List<String> before = all("ListIdentifiers", "metadataPrefix=oai_dc");
    List<String> ids = service.ids("q=num%C3%A9ro");
    OaiXml page = ask("verb=ListRecords&metadataPrefix=dcat_ap");
    List<String> seen = new ArrayList<>(page.identifiers());
    for (int step = 0; !page.token().isEmpty(); step++) {
      service.delete(ids.get(3 * step));
      service.pass(ids.get(3 * step + 1), "withdrawn");
      service.pass(ids.get(3 * step + 2), "superseded");
      service.deposit(300 + step, 303 + step);
      page = go("ListRecords", page.token());
      seen.addAll(page.identifiers());
    }

    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    assertThat(page.list("resumptionToken")).hasSize(1);
    assertThat(all("ListIdentifiers", "metadataPrefix=oai_dc")).containsAll(before);
  }
}
