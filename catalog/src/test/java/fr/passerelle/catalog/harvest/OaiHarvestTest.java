package fr.passerelle.catalog.harvest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static fr.passerelle.catalog.harvest.Repository.asked;
import static fr.passerelle.catalog.harvest.Repository.deleted;
import static fr.passerelle.catalog.harvest.Repository.error;
import static fr.passerelle.catalog.harvest.Repository.list;
import static fr.passerelle.catalog.harvest.Repository.record;
import static fr.passerelle.catalog.harvest.Repository.records;
import static fr.passerelle.catalog.harvest.Repository.since;
import static fr.passerelle.catalog.harvest.Repository.token;
import static fr.passerelle.catalog.harvest.Repository.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.form.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OaiHarvestTest extends OaiSource {
  @Test
  void a_list_is_read_to_its_end_and_each_record_tells_its_origin() {
    repository.server().stubFor(whole().willReturn(list("t1", records(1, 3))));
    repository.server().stubFor(token("t1").willReturn(list("", records(4, 5))));

    HarvestReport report = harvest();

    assertThat(report.stopped()).isEmpty();
    assertThat(report.created()).isEqualTo(5);
    assertThat(all()).extracting(Study::title).startsWith("Étude 1", "Étude 2").hasSize(5);
    Study first = all().getFirst();
    assertThat(first.key()).hasToString("dares/oai:x:1");
    assertThat(first.origin())
        .isEqualTo(
            new RecordOrigin(
                RecordOrigin.Kind.IMPORTED,
                "depot",
                "oai:x:1",
                "",
                Optional.of(CatalogueFixture.NOON)));
    assertThat(first.content().reading().landingPage()).isEqualTo("https://dares.example.org/1");
  }

  @Test
  void the_next_harvest_asks_for_what_changed_since_and_changes_that_only() {
    repository.server().stubFor(whole().willReturn(list("", records(1, 3))));
    harvest();
    repository
        .server()
        .stubFor(
            since("2026-11-23T12:00:00Z")
                .willReturn(list("", record(2, "Autre titre"), record(3, "Étude 3"))));

    HarvestReport report = harvest();

    assertThat(report.since()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(List.of(report.created(), report.updated(), report.unchanged()))
        .containsExactly(0, 1, 1);
    assertThat(events()).isEqualTo(4);
    assertThat(report.gone()).isEmpty();
  }

  @Test
  void nothing_new_is_no_error() {
    repository.server().stubFor(whole().willReturn(error("noRecordsMatch")));

    assertThat(harvest().stopped()).isEmpty();
  }

  @Test
  void where_a_token_expires_the_list_goes_on_from_the_last_datestamp_nothing_twice() {
    repository.server().stubFor(whole().willReturn(list("t1", records(1, 3))));
    repository.server().stubFor(token("t1").willReturn(error("badResumptionToken")));
    repository
        .server()
        .stubFor(since("2026-01-01T00:00:03Z").willReturn(list("t2", records(3, 4))));
    repository.server().stubFor(token("t2").willReturn(list("", records(5, 6))));

    HarvestReport report = harvest();

    assertThat(report.stopped()).isEmpty();
    assertThat(report.seen()).isEqualTo(6);
    assertThat(report.created()).isEqualTo(6);
    assertThat(report.unchanged()).isZero();
    assertThat(events()).isEqualTo(6);
  }

  @Test
  void a_list_in_no_order_is_begun_again_whole_where_its_token_expires() {
    repository
        .server()
        .stubFor(
            whole()
                .inScenario("list")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(list("t1", record(5, "Étude 5"), record(2, "Étude 2")))
                .willSetStateTo("again"));
    repository.server().stubFor(token("t1").willReturn(error("badResumptionToken")));
    repository
        .server()
        .stubFor(
            whole()
                .inScenario("list")
                .whenScenarioStateIs("again")
                .willReturn(
                    list("", record(5, "Étude 5"), record(2, "Étude 2"), record(1, "Étude 1"))));

    HarvestReport report = harvest();

    assertThat(report.seen()).isEqualTo(3);
    assertThat(report.created()).isEqualTo(3);
  }

  @Test
  void a_token_that_always_expires_ends_the_harvest_and_the_next_one_goes_on() {
    repository.server().stubFor(whole().willReturn(list("t1", records(1, 3))));
    repository.server().stubFor(token("t1").willReturn(error("badResumptionToken")));
    repository
        .server()
        .stubFor(since("2026-01-01T00:00:03Z").willReturn(list("t1", records(3, 3))));

    HarvestReport report = harvest();

    assertThat(rule(report)).isEqualTo("resumption");
    assertThat(all()).hasSize(3);
    repository.server().stubFor(whole().willReturn(list("", records(1, 4))));
    assertThat(harvest().since()).isEmpty();
    assertThat(all()).hasSize(4);
  }

  @Test
  void what_a_source_says_it_deleted_is_deleted_and_may_come_back() {
    repository.server().stubFor(whole().willReturn(list("", records(1, 2))));
    harvest();
    String id = all().getFirst().id().value();
    repository.server().stubFor(since("2026-11-23T12:00:00Z").willReturn(list("", deleted(1))));

    HarvestReport report = harvest();

    assertThat(report.deleted()).isEqualTo(1);
    assertThat(all()).extracting(Study::title).containsExactly("Étude 2");
    assertThat(harvest().deleted()).as("told again").isZero();

    repository
        .server()
        .stubFor(since("2026-11-23T12:00:00Z").willReturn(list("", record(1, "Étude 1"))));
    harvest();
    assertThat(all()).extracting(study -> study.id().value()).contains(id);
  }

  @Test
  void what_a_complete_harvest_does_not_see_again_is_reported_gone_and_stays() {
    repository.identify("no");
    repository.server().stubFor(whole().willReturn(list("", records(1, 3))));
    harvest();
    repository.server().stubFor(whole().willReturn(list("", records(1, 2))));

    assertThat(harvest(/* whole= */ true).gone()).containsExactly("oai:x:3");
    assertThat(all()).hasSize(3);
  }

  @Test
  void a_source_that_asks_to_wait_is_waited_for() {
    repository
        .server()
        .stubFor(
            whole()
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "42"))
                .willSetStateTo("free"));
    repository
        .server()
        .stubFor(
            whole()
                .inScenario("busy")
                .whenScenarioStateIs("free")
                .willReturn(list("", records(1, 1))));

    assertThat(harvest().created()).isEqualTo(1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(42));
  }

  @Test
  void a_record_that_is_refused_leaves_the_others() {
    repository
        .server()
        .stubFor(
            whole()
                .willReturn(
                    list(
                        "",
                        record(1, "Étude 1"),
                        record(2, "Étude 2", "Éditeur inconnu"),
                        record(3, "&lt;script&gt;alert(1)&lt;/script&gt;"),
                        record(4, "Étude 4", "Ministère chargé du travail"),
                        "<record><header><identifier>oai:x:5</identifier></header></record>")));

    HarvestReport report = harvest();

    assertThat(all()).extracting(Study::title).containsExactly("Étude 1", "Étude 4");
    assertThat(report.refused()).isEqualTo(3);
    assertThat(report.findings().refused())
        .extracting(fault -> fault.place() + " " + fault.rule())
        .containsExactlyInAnyOrder(
            "depot:oai:x:2:dc:publisher unknown-producer",
            "depot:oai:x:3:dc:title markup",
            "depot:oai:x:5 oai");
  }

  @Test
  void notices_of_pmb_are_read_with_or_without_a_namespace_of_their_own() {
    prefix = "pmb_xml_unimarc";
    repository
        .server()
        .stubFor(
            asked("ListRecords")
                .willReturn(
                    list(
                        "",
                        notice("PMB:12", "<notice>", "</notice>"),
                        notice(
                            "PMB:13",
                            "<unimarc xmlns=\"http://www.pmbservices.fr\"><notice>",
                            "</notice></unimarc>"))));

    HarvestReport report = harvest();

    assertThat(report.stopped()).isEmpty();
    assertThat(all())
        .extracting(study -> study.key() + " " + study.title())
        .containsExactly("cereq/cereq-12 Les métiers", "cereq/cereq-13 Les métiers");
    assertThat(all().getFirst().origin().identifier()).isEqualTo("oai:PMB:12");
  }

  private static String notice(String id, String open, String close) {
    return """
    <record><header><identifier>oai:%s</identifier><datestamp>2026-01-01</datestamp></header>
    <metadata>%s<rs>n</rs><dt>a</dt><bl>m</bl><f c="001">%s</f>
    <f c="200" ind="1 "><s c="a">[Les ]métiers</s></f><f c="210"><s c="c">Céreq</s><s c="d">2024</s></f>
    %s</metadata></record>
    """
        .formatted(id, open, id.substring(4), close);
  }

  @Test
  void a_deposit_is_not_changed_by_a_harvest() {
    fixture
        .deposits(studies)
        .deposit(
            Actor.COMMAND,
            StudyDeposits.Deposit.of(
                List.of(
                    Submission.of(
                        Map.of(
                            "title",
                            "Déposée",
                            "identifier",
                            "oai:x:1",
                            "producers",
                            List.of("dares"))))));
    repository.server().stubFor(whole().willReturn(list("", records(1, 2))));

    HarvestReport report = harvest();

    assertThat(report.findings().refused())
        .extracting(fault -> fault.rule())
        .containsExactly("other-origin");
    assertThat(all()).extracting(Study::title).containsExactly("Déposée", "Étude 2");
  }
}
