package fr.passerelle.catalog.territory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.Perimeter;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Union;
import fr.passerelle.catalog.territory.source.RealTerritories;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeographiesTest {
  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private Geographies geographies =
      Geographies.open(fixture.dataSource(), Path.of(""), CatalogueFixture.CLOCK);

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void empty() {
    Jdbi.create(fixture.dataSource())
        .useHandle(handle ->
            handle.execute(
                "truncate territory_part, territory_publication, territory_log, perimeter"));
    geographies = open();
  }

  private Geographies open() {
    return Geographies.open(fixture.dataSource(), folder, CatalogueFixture.CLOCK);
  }

  private Perimeters perimeters(int most, long communes) {
    return new Perimeters(
        fixture.dataSource(), new Perimeters.Bounds(most, communes), CatalogueFixture.CLOCK);
  }

  private List<Geographies.Report> publish(
      List<GeographyPart> parts, Map<String, String> places, Optional<Licence> licence) {
    return geographies.publish(
        new Geographies.Order(parts, places, edition -> licence, /* dryRun= */ false),
        new Findings());
  }

  @Test
  void without_import_there_is_the_sample() {
    Geography sample = geographies.geography();
    assertThat(sample.origin().sample()).isTrue();
    assertThat(sample.size()).isEqualTo(34_935);
    assertThat(sample.vintage()).isEqualTo(2024);
    assertThat(sample.zonings())
        .extracting(each -> each.id() + " " + each.zones().size())
        .containsExactly("ACADEMIE 30", "ARR 333", "DEP 101", "EPCI 1255", "EPT 11", "REG 18");
    assertThat(Union.commune("01091", sample)).contains("COM-01033");
  }

  @Test
  void what_is_imported_is_read_again_as_it_was() {
    List<GeographyPart> parts = RealTerritories.parts();
    assertThat(publish(parts, Map.of(), Optional.of(Licence.ODBL_1_0)))
        .extracting(Geographies.Report::outcome)
        .containsOnly(Geographies.Outcome.PUBLISHED);
    Geography again = open().geography();
    assertThat(again.version()).isEqualTo(geographies.geography().version());
    assertThat(again.origin().sample()).isFalse();
    assertThat(again.zonings()).isEqualTo(geographies.geography().zonings());
    assertThat(again.vintages()).isEqualTo(RealTerritories.geography().vintages());
    assertThat(again.passage("85084", 2023))
        .isEqualTo(RealTerritories.geography().passage("85084", 2023));
    assertThat(publish(parts, Map.of(), Optional.of(Licence.ODBL_1_0)))
        .extracting(Geographies.Report::outcome)
        .containsOnly(Geographies.Outcome.UNCHANGED);
  }

  @Test
  void what_has_no_licence_is_kept_and_not_used_until_one_is_declared() {
    publish(RealTerritories.parts(), Map.of(), Optional.empty());
    assertThat(geographies.geography().origin().sample()).isTrue();
    publish(RealTerritories.parts(), Map.of(), Optional.of(Licence.ODBL_1_0));
    assertThat(geographies.geography().origin().sample()).isFalse();
    assertThat(geographies.geography().origin().licence()).isEqualTo(Licence.ODBL_1_0);
  }

  private static GeographyPart zoning(String... communes) {
    return new GeographyPart(
        new GeographyPart.Head(
            "zonage-pays", "2024", LocalDate.of(2024, 5, 1), "Région Sud", "pays.csv"),
        0,
        List.of(communes).stream()
            .map(code -> new GeographyPart.Commune(code, "", GeographyPart.UNKNOWN))
            .toList(),
        List.of(
            new GeographyPart.Zoning(
                "PAYS",
                "PAYS",
                List.of(
                    new GeographyPart.Zone(
                        "P1",
                        "Pays du Premier",
                        Communes.of(
                            java.util.stream.IntStream.range(0, communes.length).toArray()))))),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void a_region_adds_its_own_zoning() {
    publish(
        List.of(zoning("13001", "13055")),
        Map.of("13001", "pays.csv:2:4"),
        Optional.of(Licence.ETALAB_2_0));
    Geography geography = geographies.geography();
    assertThat(
            geography.codes(
                geography.communes(Territory.parse("PAYS-P1").orElseThrow()).orElseThrow()))
        .containsExactly("13001", "13055");
    assertThat(geography.zoning("PAYS").orElseThrow().origin().author()).isEqualTo("Région Sud");
  }

  @Test
  void a_zoning_with_a_commune_of_another_vintage_is_refused_with_what_it_became() {
    publish(RealTerritories.parts(), Map.of(), Optional.of(Licence.ODBL_1_0));
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                publish(
                    List.of(zoning("01091", "13055")),
                    Map.of("01091", "pays.csv:2:4"),
                    Optional.of(Licence.ETALAB_2_0)));
    assertThat(refused.faults().getFirst().place()).isEqualTo("pays.csv:2:4");
    assertThat(refused.faults().getFirst().message()).contains("COM-01033");
    assertThat(geographies.geography().zoning("PAYS")).isEmpty();
  }

  @Test
  void a_perimeter_is_kept_once_and_found_by_its_name() {
    Perimeters perimeters = perimeters(100, 1_000_000);
    Geography geography = geographies.geography();
    Perimeter perimeter = new Union(List.of("EPCI-200054807", "COM-13001"), 2024).in(geography);
    Perimeters.Kept first = perimeters.keep(perimeter, List.of("EPCI-200054807", "COM-13001"));
    Perimeters.Kept second = perimeters.keep(perimeter, List.of("EPCI-200054807"));
    assertThat(first.created()).isTrue();
    assertThat(second.created()).isFalse();
    assertThat(second.stored()).isEqualTo(first.stored());
    assertThat(first.stored().id()).isEqualTo(perimeter.hash().substring(0, Perimeter.SHORT));
    assertThat(perimeters.find(first.stored().id())).hasValue(first.stored());
    assertThat(perimeters.find(perimeter.hash().toUpperCase(java.util.Locale.ROOT)))
        .hasValue(first.stored());
    assertThat(perimeters.find("' or 1=1")).isEmpty();
    assertThat(perimeters.find("0000000000000000")).isEmpty();
  }

  @Test
  void what_anyone_may_make_is_bounded() {
    Perimeters perimeters = perimeters(3, 1_000);
    Geography geography = geographies.geography();
    for (int i = 0; i < 6; i++) {
      perimeters.keep(Perimeter.of(geography, Communes.of(i)), List.of("COM-" + geography.code(i)));
    }
    assertThat(perimeters.count()).isEqualTo(3);
    perimeters.keep(Perimeter.of(geography, geography.all()), List.of("FRANCE"));
    assertThat(perimeters.count()).isEqualTo(1);
  }

  @Test
  void a_perimeter_of_an_older_vintage_says_what_it_is_now() {
    publish(RealTerritories.parts(), Map.of(), Optional.of(Licence.ODBL_1_0));
    Geography geography = geographies.geography();
    Perimeter.Placed placed =
        Perimeter.of(2023, List.of("85041", "85271", "85292", "85084")).in(geography);
    // 85041 and 85271 went into 85292; of 85084 two communes were made again, and all of it is
    // asked for.
    assertThat(geography.codes(placed.communes()))
        .containsExactly("85084", "85165", "85212", "85292");
    assertThat(placed.isExact()).isTrue();
  }

  @Test
  void a_part_of_a_commune_of_today_is_estimated_by_the_population_of_then() {
    publish(RealTerritories.parts(), Map.of(), Optional.of(Licence.ODBL_1_0));
    Geography geography = geographies.geography();
    Perimeter.Placed one = Perimeter.of(2023, List.of("85041", "13055")).in(geography);
    Perimeter.Placed other = Perimeter.of(2023, List.of("85271", "85292", "99999")).in(geography);

    assertThat(geography.codes(one.communes())).containsExactly("13055");
    assertThat(one.fractions()).hasSize(1);
    assertThat(other.fractions()).hasSize(1);
    Perimeter.Fraction small = one.fractions().getFirst();
    Perimeter.Fraction large = other.fractions().getFirst();
    assertThat(geography.code(small.place())).isEqualTo("85292");
    assertThat(small.share() + large.share()).isCloseTo(1, within(1e-9));
    assertThat(small.share()).isBetween(0.0, large.share());
    assertThat(small.key().explanation()).contains("population", "2023");
    assertThat(other.lost()).containsExactly("99999");
    assertThat(other.explanations(geography))
        .anySatisfy(each -> assertThat(each).contains("COM-85292", "estimation"))
        .anySatisfy(each -> assertThat(each).contains("COM-99999"));
  }

  @Test
  void members_that_are_none_are_all_named() {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                new Union(
                        List.of("EPCI-1", "13055", "COM-01091", "WORLD", "COM-75101", "D13"), 2024)
                    .in(geographies.geography()));
    assertThat(refused.faults())
        .extracting(fault -> fault.place())
        .containsExactly("/members/0", "/members/1", "/members/2", "/members/3", "/members/4");
    assertThat(refused.faults().get(2).message()).contains("COM-01033");
    assertThat(refused.faults().get(4).message()).contains("COM-75056");
  }

  @Test
  void coverage_counts_communes_and_the_people_in_them() {
    Geography geography = geographies.geography();
    Communes paca = geography.communes(Territory.of("REG", "93")).orElseThrow();
    Communes bdr = geography.communes(Territory.of("DEP", "13")).orElseThrow();
    Coverage coverage = Coverage.of(geography, paca, bdr.toBitSet());
    assertThat(coverage.expected()).isEqualTo(paca.size());
    assertThat(coverage.covered()).isEqualTo(bdr.size());
    assertThat(coverage.absent()).isEqualTo(paca.size() - bdr.size());
    assertThat(coverage.population().orElseThrow()).isBetween(0.39, 0.41);
  }
}
