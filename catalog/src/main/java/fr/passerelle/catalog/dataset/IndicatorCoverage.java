package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.Dataset.Coverage;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What figures are about, in the words of portals.
 *
 * @param dashboard answers
 * @param snapshot vocabularies, which name themes
 */
record IndicatorCoverage(Dashboard dashboard, Snapshot snapshot, Uris uris) {
  private static final AuthorityTerm FRENCH = AuthorityTerm.of("language", "FRA");
  private static final AuthorityTerm OPEN = AuthorityTerm.of("access-right", "PUBLIC");
  private static final String SCHEME = "themes";

  /** Of so many regions, portals are told the country. */
  private static final int MOST_REGIONS = 6;

  /** Cells that are looked at for territories: the latest ones, wholes before parts. */
  private static final int MOST_CELLS = 12;

  /** Themes of the EU by the codes of the themes of observation. */
  private static final Map<String, String> THEMES =
      Map.of(
          "population", "SOCI",
          "emploi", "SOCI ECON",
          "marche-du-travail", "SOCI ECON",
          "tissu-productif", "ECON",
          "offre-de-formation", "EDUC",
          "formation-professionnelle", "EDUC",
          "insertion", "EDUC SOCI",
          "orientation", "EDUC",
          "competences", "SOCI EDUC",
          "prospective", "ECON SOCI");

  Coverage of(Indicator indicator, List<Delivery> sources) {
    SortedSet<Cell> cells = dashboard.cells(indicator);
    AuthorityTerm type = AuthorityTerm.of("dataset-type", type(sources));
    return new Coverage(
        new Dataset.Subject(type.uri(), type.label()),
        type.label(),
        Stream.of(THEMES.getOrDefault(indicator.theme(), "SOCI").split(" ", -1))
            .map(each -> AuthorityTerm.of("data-theme", each))
            .toList(),
        theme(indicator).stream().toList(),
        List.of(),
        List.of(),
        places(indicator, cells),
        span(cells),
        List.of(FRENCH),
        OPEN);
  }

  private static String type(List<Delivery> sources) {
    return sources.stream().anyMatch(Delivery::synthetic) ? "SYNTHETIC_DATA" : "STATISTICAL";
  }

  /** The theme of observation, where the themes are published. */
  Optional<Dataset.Subject> theme(Indicator indicator) {
    ConceptRef ref = new ConceptRef(SCHEME, indicator.theme());
    return snapshot
        .find(ref)
        .flatMap(concept ->
            snapshot
                .findScheme(SCHEME)
                .map(scheme ->
                    new Dataset.Subject(
                        uris.concept(scheme.release().release().edition(), ref),
                        concept.prefLabel("fr"))));
  }

  /** How often it is updated, told by its periods; of a single one nobody knows. */
  static AuthorityTerm frequency(SortedSet<Cell> cells) {
    Set<Period> periods = cells.stream().map(Cell::period).collect(Collectors.toSet());
    Set<Period.Kind> kinds = periods.stream().map(Period::kind).collect(Collectors.toSet());
    String code =
        periods.size() < 2 || kinds.size() != 1
            ? "IRREG"
            : switch (kinds.iterator().next()) {
              case MONTH -> "MONTHLY";
              case QUARTER -> "QUARTERLY";
              case YEAR, SCHOOL_YEAR -> "ANNUAL";
              case DAY, RANGE, UNSTATED -> "IRREG";
            };
    return AuthorityTerm.of("frequency", code);
  }

  private static Optional<Span> span(SortedSet<Cell> cells) {
    List<Period> stated =
        cells.stream()
            .map(Cell::period)
            .filter(each -> each.kind() != Period.Kind.UNSTATED)
            .toList();
    Optional<LocalDate> first = stated.stream().map(Period::start).min(Comparator.naturalOrder());
    Optional<LocalDate> last = stated.stream().map(Period::end).max(Comparator.naturalOrder());
    return first.map(start ->
        new Span(Optional.of(IsoDate.of(start)), last.map(each -> IsoDate.of(each.minusDays(1)))));
  }

  /** Regions that have figures, or parts that have; the country where it has, or most of it. */
  private List<Place> places(Indicator indicator, SortedSet<Cell> cells) {
    List<Cell> latest =
        cells.stream()
            .sorted(
                Comparator.<Cell, Boolean>comparing(each -> !each.categories().isWhole())
                    .thenComparing(Cell::period, Comparator.reverseOrder()))
            .limit(MOST_CELLS)
            .toList();
    List<Place> places = new ArrayList<>();
    dashboard.geography().zoning(Territory.REGIONS).stream()
        .flatMap(zoning -> zoning.zones().stream())
        .filter(zone -> latest.stream().anyMatch(cell -> dashboard.concerns(indicator, cell, zone)))
        .map(zone -> Place.region(zone.territory().localCode(), zone.name()))
        .forEach(places::add);
    boolean country =
        Stream.of(Territory.FRANCE, Territory.FRANCE_METRO, Territory.FRANCE_DE_PROVINCE)
            .anyMatch(each ->
                latest.stream().anyMatch(cell -> dashboard.isPublished(indicator, cell, each)));
    if (places.size() > MOST_REGIONS || places.isEmpty()) {
      return List.of(Place.FRANCE);
    }
    if (country) {
      places.add(Place.FRANCE);
    }
    return places;
  }
}
