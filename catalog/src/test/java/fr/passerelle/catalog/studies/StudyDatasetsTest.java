package fr.passerelle.catalog.studies;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.dataset.CatalogPage;
import fr.passerelle.catalog.dataset.CatalogState;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.PageStart;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.catalog.dataset.StudyDatasets;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.catalog.sample.StudySample;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Uris;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudyDatasetsTest {
  private static final Uris URIS = new Uris("https://id.exemple.fr", "https://id.exemple.fr");
  private static final PortalRules RULES =
      new PortalRules(LocalDate.ofInstant(CatalogueFixture.NOON, ZoneOffset.UTC));

  private static CatalogState state() {
    CatalogueFixture fixture = CatalogueFixture.empty();
    Studies studies = fixture.open();
    fixture
        .deposits(studies)
        .deposit(Actor.BUNDLED, StudyDeposits.Deposit.of(StudySample.studies()));
    CatalogueView view = studies.catalogue().as(Reader.ANYONE);
    return CatalogState.of(
        new StudyDatasets(view, fixture.vocabularies(), URIS, Licence.ETALAB_2_0).list(),
        List.of(),
        RULES);
  }

  private static CatalogPage page(Subset subset) {
    return state().page(subset, Optional.empty(), PageStart.FIRST, CatalogPage.SIZE);
  }

  @Test
  void portals_are_given_no_planned_study_and_everyone_else_all_of_them() {
    List<Dataset> all = page(Subset.STUDIES).datasets();
    List<Dataset> ours = page(Subset.PORTALS).datasets();

    assertThat(all).hasSize(45);
    assertThat(ours).hasSizeLessThan(45).isNotEmpty();
    // Of two of the cited studies the date is not known.
    assertThat(ours.stream().filter(each -> each.source().issued().isEmpty())).hasSize(2);
    assertThat(page(Subset.VOCABULARIES).datasets()).isEmpty();
  }

  @Test
  void a_study_has_its_theme_in_words_and_its_territory_with_a_box() {
    Dataset metiers =
        state().datasets().stream()
            .filter(each -> each.title().startsWith("Les métiers en tension en PACA"))
            .findFirst()
            .orElseThrow();

    assertThat(metiers.coverage().subjects())
        .extracting(Dataset.Subject::label)
        .containsExactly("le marché du travail et le chômage");
    assertThat(metiers.coverage().places())
        .extracting(each -> each.iri())
        .containsExactly("http://id.insee.fr/geo/region/93");
    assertThat(metiers.coverage().places().getFirst().box()).isPresent();
    assertThat(metiers.source().publisher().orElseThrow().name())
        .isEqualTo("Carif-Oref Provence-Alpes-Côte d'Azur");
    assertThat(metiers.source().issued().orElseThrow().text()).isEqualTo("2021-06");
    assertThat(metiers.description()).startsWith("Étude (rapport) de Carif-Oref");
  }
}
