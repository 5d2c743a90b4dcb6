package fr.passerelle.catalog.harvest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static fr.passerelle.catalog.harvest.Repository.asked;
import static fr.passerelle.catalog.harvest.Repository.error;
import static fr.passerelle.catalog.harvest.Repository.list;
import static fr.passerelle.catalog.harvest.Repository.record;
import static fr.passerelle.catalog.harvest.Repository.records;
import static fr.passerelle.catalog.harvest.Repository.token;
import static fr.passerelle.catalog.harvest.Repository.whole;
import static fr.passerelle.catalog.harvest.Repository.xml;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.study.Study;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source answers that it should not. */
class OaiFaultsTest extends OaiSource {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "html        | content-type",
        "cut         | xml",
        "entity      | dtd",
        "bomb        | dtd",
        "big         | size",
        "500         | source",
        "404         | source",
        "reset       | source",
        "garbage     | source",
        "empty       | xml",
        "slow        | source",
        "badArgument | oai",
        "other       | xml",
        "gzip        | content-encoding",
        "redirect    | redirect",
        "scheme      | url"
      })
  void an_answer_that_is_none_ends_the_harvest_and_leaves_what_is_published(
      String kind, String rule) {
    repository.server().stubFor(whole().willReturn(list("", records(1, 2))));
    harvest();
    repository.server().resetAll();
    repository.identify("persistent");
    repository.server().stubFor(asked("ListRecords").willReturn(fault(kind)));
    if (kind.equals("slow")) {
      network =
          new HarvestSource.Network(
              /* isPrivate= */ true, Duration.ofMillis(300), /* pages= */ 20, /* bytes= */ 1 << 20);
    }

    HarvestReport report = harvest();

    assertThat(rule(report)).isEqualTo(rule);
    assertThat(all()).hasSize(2);
    assertThat(events()).isEqualTo(2);
    assertThat(harvest().since()).as("the next one goes on").isEqualTo("2026-11-23T12:00:00Z");
  }

  private static ResponseDefinitionBuilder fault(String kind) {
    return switch (kind) {
      case "html" -> aResponse().withHeader("Content-Type", "text/html").withBody("<html/>");
      case "cut" ->
          aResponse()
              .withHeader("Content-Type", "text/xml")
              .withBody("<OAI-PMH><ListRecords>" + record(9, "Étude 9"));
      case "entity" ->
          aResponse()
              .withHeader("Content-Type", "text/xml")
              .withBody(
                  "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><OAI-PMH>&x;</OAI-PMH>");
      case "bomb" ->
          aResponse()
              .withHeader("Content-Type", "text/xml")
              .withBody(
                  "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]><OAI-PMH>&y;</OAI-PMH>");
      case "big" ->
          aResponse()
              .withHeader("Content-Type", "text/xml")
              .withBody("<OAI-PMH>" + " ".repeat(2 << 20) + "</OAI-PMH>");
      case "500" -> aResponse().withStatus(500);
      case "404" -> aResponse().withStatus(404);
      case "reset" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
      case "garbage" -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
      case "empty" -> aResponse().withHeader("Content-Type", "text/xml").withBody("");
      case "slow" -> list("", records(1, 2)).withFixedDelay(5_000);
      case "other" -> aResponse().withHeader("Content-Type", "text/xml").withBody("<rss/>");
      case "gzip" -> list("", records(1, 2)).withHeader("Content-Encoding", "br");
      case "redirect" ->
          aResponse().withStatus(302).withHeader("Location", "?verb=ListRecords&again=1");
      case "scheme" -> aResponse().withStatus(302).withHeader("Location", "file:///etc/passwd");
      default -> error(kind);
    };
  }

  /** The record of number 2 of three, which the second of two pages follows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Étude 2             | ÉtudeCONTROL 2",
        "Étude 2             | Étude &#1; 2",
        "Étude 2             | Emploi & formation",
        "Étude 2             | part < 10 %",
        "Étude 2             | Emploi&nbsp;: un bilan",
        "Étude 2</dc:title>  | Étude 2",
        "Étude 2             | <b>Étude</b> 2",
        "</metadata></record>| </metadata>",
        "<dc:title>Étude 2   | <dc:title x:y='z'>Étude 2"
      })
  void a_record_that_is_no_xml_is_refused_and_the_others_are_taken(String sound, String broken) {
    repository.server().stubFor(whole().willReturn(list("t", records(1, 3))));
    repository.server().stubFor(token("t").willReturn(list("", records(4, 5))));
    harvest();
    repository
        .server()
        .stubFor(
            whole()
                .willReturn(
                    list(
                        "t",
                        record(1, "Étude 1"),
                        record(2, "Étude 2").replace(sound, broken.replace("CONTROL", "\u0001")),
                        record(3, "Autre étude"))));

    HarvestReport report = harvest(/* whole= */ true);

    assertThat(report.stopped()).isEmpty();
    assertThat(report.findings().refused())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.rule()).isEqualTo("record");
          assertThat(fault.message()).contains("oai:x:2");
          assertThat(fault.place()).matches("depot:\\d+:\\d+");
        });
    assertThat(report.updated()).as("the one after it").isEqualTo(1);
    assertThat(report.gone()).isEmpty();
    assertThat(all()).as("nothing is deleted").hasSize(5);
  }

  @Test
  void where_a_broken_record_has_no_name_nothing_is_said_to_be_gone() {
    repository.server().stubFor(whole().willReturn(list("", records(1, 3))));
    harvest();
    repository
        .server()
        .stubFor(
            whole()
                .willReturn(
                    list("", record(1, "Étude 1"), record(2, "&").replace("oai:x:2", "&&"))));

    HarvestReport report = harvest(/* whole= */ true);

    assertThat(report.stopped()).isEmpty();
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.gone()).isEmpty();
    assertThat(all()).hasSize(3);
  }

  @Test
  void a_byte_that_is_no_utf_8_spoils_its_record_only() {
    String page =
        xml("<ListRecords>" + record(1, "Été") + record(2, "\u00a4") + "</ListRecords>")
            .build()
            .getBody();
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00c2\u00a4");
    bytes[at] = (byte) 0xff;
    repository
        .server()
        .stubFor(
            whole().willReturn(aResponse().withHeader("Content-Type", "text/xml").withBody(bytes)));

    HarvestReport report = harvest();

    assertThat(all()).extracting(Study::title).containsExactly("Été");
    assertThat(report.refused()).isEqualTo(1);
  }

  @Test
  void a_record_of_ours_that_comes_back_is_no_copy() {
    String ours = "https://ici.example.org/id/study/abcdefghij";
    repository
        .server()
        .stubFor(
            whole()
                .willReturn(
                    list(
                        "",
                        record(1, "Étude 1").replace("https://dares.example.org/1", ours),
                        record(2, "Étude 2")
                            .replace(
                                "https://dares.example.org/2",
                                "http://ICI.example.org/doc/study/abcdefghij"),
                        record(3, "Étude 3").replace("oai:x:3", ours),
                        record(4, "Étude 4")
                            .replace("dares.example.org/4", "ici.example.org/agenda"))));

    HarvestReport report = harvest();

    assertThat(report.ours()).isEqualTo(3);
    assertThat(all()).extracting(Study::title).containsExactly("Étude 4");
    assertThat(report.refused()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"same-token, loop", "same-records, loop", "endless, endless"})
  void a_list_without_end_is_left(String kind, String rule) {
    repository.server().stubFor(whole().willReturn(list("t0", records(1, 1))));
    for (int page = 0; page < 30; page++) {
      String next = kind.equals("same-token") ? "t0" : "t" + (page + 1);
      int number = kind.equals("endless") ? page + 2 : 1;
      repository
          .server()
          .stubFor(token("t" + page).willReturn(list(next, record(number, "Étude " + number))));
    }

    HarvestReport report = harvest();

    assertThat(rule(report)).isEqualTo(rule);
    assertThat(
            repository
                .server()
                .countRequestsMatching(getRequestedFor(urlPathEqualTo("/oai")).build())
                .getCount())
        .isLessThan(25);
  }

  @Test
  void a_redirect_is_followed() {
    repository.server().stubFor(whole().willReturn(list("", records(1, 1))));
    repository
        .server()
        .stubFor(
            asked("Identify")
                .willReturn(aResponse().withStatus(301).withHeader("Location", "/moved")));
    repository
        .server()
        .stubFor(
            get("/moved")
                .willReturn(xml("<Identify><granularity>YYYY-MM-DD</granularity></Identify>")));

    assertThat(harvest().created()).isEqualTo(1);
  }

  @Test
  void a_private_network_is_not_asked_unless_the_profile_says_so() {
    network = HarvestSource.Network.USUAL;

    assertThat(rule(harvest())).isEqualTo("private-network");
    assertThat(repository.server().getAllServeEvents()).isEmpty();
  }
}
