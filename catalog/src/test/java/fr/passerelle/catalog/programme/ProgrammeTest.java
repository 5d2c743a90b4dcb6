package fr.passerelle.catalog.programme;

import static fr.passerelle.catalog.studies.CatalogueFixture.DARES;
import static fr.passerelle.catalog.studies.CatalogueFixture.INSEE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.profile.ProfileFile;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.studies.Likes;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.use.UseCounts;
import fr.passerelle.catalog.use.UseKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private final Studies studies = fixture.open();

  private void deposit(Actor actor, String identifier, String title, Map<String, Object> more) {
    Map<String, Object> form = new HashMap<>(more);
    form.put("identifier", identifier);
    form.put("title", title);
    fixture.deposits(studies).deposit(actor, CatalogueFixture.forms(form));
  }

  private Programme programme(Reader reader, int year) {
    return Programme.of(
        studies.catalogue().as(reader),
        Programme.Frame.of(fixture.vocabularies(), ProfileFile.demonstration(), year, TODAY));
  }

  private static List<String> titles(Programme programme) {
    return programme.items().stream().map(each -> each.study().title()).toList();
  }

  private void fill() {
    deposit(INSEE, "a", "Les jeunes et l'emploi", Map.of("issued", "2026-03", "themes", "emploi"));
    deposit(INSEE, "b", "Les seniors", Map.of("issued", "2025-03", "themes", "insertion"));
    deposit(
        INSEE,
        "c",
        "Le bâtiment dans les Bas-Rhin",
        Map.of(
            "status", "planned",
            "expected", "2026-12",
            "themes", "competences",
            "territories", List.of("D67")));
    deposit(INSEE, "d", "Les apprentis", Map.of("status", "under-way", "expected", "2025-06"));
    deposit(INSEE, "e", "Le tourisme", Map.of("status", "requested", "expected", "2027"));
    deposit(INSEE, "f", "Le numérique", Map.of("status", "requested"));
    deposit(
        DARES,
        "g",
        "Le bâtiment dans les Bas-Rhin et les métiers",
        Map.of(
            "status", "planned",
            "expected", "2026-11-30",
            "themes", "competences",
            "visibility", "producer",
            "territories", List.of("D67")));
  }

  @Test
  void the_present_year_has_what_came_what_is_to_come_and_what_is_overdue() {
    fill();

    Programme year = programme(Reader.of("insee"), 2026);

    assertThat(titles(year))
        .containsExactly(
            "Les apprentis",
            "Les jeunes et l'emploi",
            "Le bâtiment dans les Bas-Rhin",
            "Le numérique");
    assertThat(year.items().getFirst().late()).isTrue();
    assertThat(year.requested()).extracting(each -> each.title()).containsExactly("Le numérique");
    assertThat(titles(programme(Reader.of("insee"), 2025)))
        .containsExactly("Les seniors", "Les apprentis");
    assertThat(titles(programme(Reader.of("insee"), 2027))).containsExactly("Le tourisme");
  }

  @Test
  void gaps_name_themes_with_their_latest_study_and_departments_without_one() {
    fill();

    Programme year = programme(Reader.of("insee"), 2026);

    assertThat(year.themes())
        .extracting(gap -> gap.theme().code())
        .contains("insertion", "population")
        .doesNotContain("emploi", "competences");
    assertThat(year.themes())
        .filteredOn(gap -> gap.theme().code().equals("insertion"))
        .allSatisfy(gap -> assertThat(gap.last()).hasToString("Optional[2025-03]"));
    assertThat(year.territories())
        .extracting(Object::toString)
        .doesNotContain("D67")
        .contains("D68");
  }

  @Test
  void a_hidden_study_that_overlaps_is_told_to_who_announces_the_other_and_to_nobody_else() {
    fill();

    assertThat(overlap(Reader.of("insee")).contactPossible()).isTrue();
    assertThat(overlap(Reader.of("insee")).studies()).isEmpty();
    assertThat(overlap(Reader.OPERATOR).studies())
        .extracting(each -> each.study().key().producer())
        .containsExactly("dares");
  }

  private Likes overlap(Reader reader) {
    return programme(reader, 2026).items().stream()
        .filter(each -> each.study().key().identifier().equals("c"))
        .findFirst()
        .orElseThrow()
        .overlaps();
  }

  @Test
  void follow_up_counts_studies_deposits_and_uses_that_the_reader_sees() {
    fill();
    LocalDate first = TODAY.withDayOfYear(1);
    try (UseCounts counts = new UseCounts(fixture.dataSource(), CatalogueFixture.CLOCK)) {
      String hidden = studies.catalogue().as(Reader.OPERATOR).list().getLast().id().value();
      counts.count(UseKind.VIEW, hidden);
      counts.count(UseKind.HARVEST, "catalog");

      FollowUp ofInsee =
          FollowUp.of(studies.catalogue().as(Reader.of("insee")), counts, first, TODAY, TODAY);
      FollowUp ofOperator =
          FollowUp.of(studies.catalogue().as(Reader.OPERATOR), counts, first, TODAY, TODAY);

      assertThat(ofInsee.producers())
          .extracting(FollowUp.OfProducer::producer)
          .containsExactly("insee");
      FollowUp.OfProducer insee = ofInsee.producers().getFirst();
      assertThat(insee.studies())
          .isEqualTo(
              Map.of(
                  StudyStatus.PUBLISHED, 2L,
                  StudyStatus.PLANNED, 1L,
                  StudyStatus.UNDER_WAY, 1L,
                  StudyStatus.REQUESTED, 2L));
      assertThat(insee.late()).isEqualTo(1);
      assertThat(insee.deposits()).isEqualTo(6);
      assertThat(ofInsee.uses()).containsEntry(UseKind.VIEW, 0L);
      assertThat(ofInsee.viewed()).isEmpty();
      assertThat(ofOperator.uses()).containsEntry(UseKind.VIEW, 1L);
      assertThat(ofOperator.viewed()).hasSize(1);
      assertThat(ofOperator.harvests()).isEqualTo(Map.of("catalog", 1L));
    }
  }
}
