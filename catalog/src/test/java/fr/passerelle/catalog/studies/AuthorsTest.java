package fr.passerelle.catalog.studies;

import static fr.passerelle.catalog.studies.CatalogueFixture.forms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.vocab.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorsTest {
  private static final String ORCID = "0000-0002-1825-0097";

  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private final Studies studies = fixture.open();
  private final StudyDeposits deposits = fixture.deposits(studies);
  private final Authors authors = new Authors(studies, CatalogueFixture.CLOCK);

  private Study deposit(String identifier, String title, String... names) {
    Map<String, Object> form =
        Map.of(
            "producers",
            List.of("insee"),
            "identifier",
            identifier,
            "title",
            title,
            "issued",
            "2024",
            "authors",
            List.of(names));
    return deposits.deposit(Actor.COMMAND, forms(form)).outcomes().getFirst().study();
  }

  private long linesOfJournalWith(String name) {
    return Jdbi.create(fixture.dataSource())
        .withHandle(handle ->
            handle
                .createQuery("select count(*) from study_event where body::text ilike :name")
                .bind("name", "%" + name + "%")
                .mapTo(Long.class)
                .one());
  }

  private long found(String words) {
    return studies
        .catalogue()
        .as(Reader.ANYONE)
        .search(StudyQuery.ALL.of(words), LocalDate.of(2026, 11, 23))
        .hits()
        .stream()
        .filter(hit -> hit.study().content().authors().toString().contains("Dupont"))
        .count();
  }

  private void three() {
    deposit("1", "Le soin", "Jeanne Dupont", "Paul Martin");
    deposit("1", "Le soin à domicile", "Jeanne Dupont", "Paul Martin");
    deposit("2", "Le bâtiment", "DUPONT, Jeanne");
    deposit("3", "Le numérique", "Jeanne Dupont (https://orcid.org/" + ORCID + ")");
    deposit("4", "Hommage à Jeanne Dupont", "Paul Dupont");
  }

  @Test
  void a_person_is_erased_from_studies_their_past_the_search_and_the_feed() {
    three();
    assertThat(found("dupont")).isEqualTo(3);
    long before = studies.catalogue().sequence();

    Authors.Erasure tried = authors.erase(Actor.COMMAND, "dupont jeanne", /* dryRun= */ true);

    assertThat(tried.studies()).hasSize(3);
    assertThat(tried.events()).isEqualTo(4);
    assertThat(tried.mentioned()).hasSize(1);
    assertThat(studies.catalogue().sequence()).isEqualTo(before);
    assertThat(linesOfJournalWith("Jeanne")).isEqualTo(5);

    assertThat(authors.erase(Actor.COMMAND, "Jeanne DUPONT", /* dryRun= */ false)).isEqualTo(tried);

    assertThat(studies.catalogue().as(Reader.ANYONE).list())
        .extracting(study -> study.content().authors())
        .containsExactly(List.of("Paul Martin"), List.of(), List.of(), List.of("Paul Dupont"));
    assertThat(linesOfJournalWith("Jeanne")).as("the one that honours her").isEqualTo(1);
    assertThat(found("dupont")).as("Paul").isEqualTo(1);
    assertThat(studies.catalogue().as(Reader.ANYONE).changes(before)).hasSize(3);
    assertThat(CatalogueFixture.reopened().catalogue().as(Reader.ANYONE).list())
        .extracting(study -> study.content().authors().size())
        .containsExactly(1, 0, 0, 1);
  }

  @Test
  void nothing_that_arrives_later_brings_the_name_back() {
    three();
    authors.erase(Actor.COMMAND, "Jeanne Dupont", /* dryRun= */ false);
    long before = studies.catalogue().sequence();

    StudyReport report =
        deposits.deposit(
            Actor.COMMAND,
            forms(
                Map.of(
                    "producers", List.of("insee"),
                    "identifier", "2",
                    "title", "Le bâtiment",
                    "issued", "2024",
                    "authors", List.of("Dupont Jeanne"))));

    assertThat(report.outcomes().getFirst().result()).isEqualTo(Outcome.Result.UNCHANGED);
    assertThat(report.repairs()).hasSize(1);
    assertThat(studies.catalogue().sequence()).isEqualTo(before);
    assertThat(linesOfJournalWith("Jeanne")).isEqualTo(1);
  }

  @Test
  void an_orcid_spares_homonyms() {
    three();

    assertThat(authors.erase(Actor.COMMAND, ORCID, /* dryRun= */ false).studies()).hasSize(1);

    assertThat(linesOfJournalWith("Jeanne")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dupont", "", "...", "0000-0002"})
  void a_word_alone_is_no_person(String name) {
    assertThatThrownBy(() -> authors.erase(Actor.COMMAND, name, /* dryRun= */ false))
        .isInstanceOf(RefusedException.class);
  }
}
