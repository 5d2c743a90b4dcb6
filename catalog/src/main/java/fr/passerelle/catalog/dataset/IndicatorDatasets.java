package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.Dataset.Family;
import fr.passerelle.catalog.dataset.Dataset.Registration;
import fr.passerelle.catalog.dataset.Dataset.Source;
import fr.passerelle.catalog.dataset.Dataset.Statistics;
import fr.passerelle.catalog.dataset.Dataset.Subject;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Uris;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The record of the figures of an indicator: one of each indicator, whatever its sources, as a
 * portal's reader looks for a figure and finds beside it where it comes from. It keeps its name
 * from delivery to delivery.
 *
 * @param dashboard answers
 * @param coverage what figures are about
 * @param tables forms in which they can be had
 * @param producers who delivers
 * @param log what happened to records of indicators
 * @param address where the service answers, without final slash
 */
record IndicatorDatasets(
    Dashboard dashboard,
    IndicatorCoverage coverage,
    IndicatorTables tables,
    Producers producers,
    RecordLog log,
    Uris uris,
    String address) {
  private static final String SDMX = "http://purl.org/linked-data/sdmx/2009/";

  private static final List<Subject> ATTRIBUTES =
      List.of(
          new Subject(SDMX + "attribute#obsStatus", "Statut de l'observation"),
          new Subject(SDMX + "attribute#confStatus", "Confidentialité"),
          new Subject(SDMX + "attribute#unitMeasure", "Unité de mesure"),
          new Subject(SDMX + "attribute#decimals", "Décimales"));

  /** Key of the record of an indicator. */
  static String key(Indicator indicator) {
    return "indicator/" + indicator.id();
  }

  /** Name of its version: that of the definition. */
  static String version(Indicator indicator) {
    return indicator.version() + ".0";
  }

  /**
   * The record.
   *
   * @param sources deliveries that its figures come from, at least one
   */
  Dataset of(Indicator indicator, List<Delivery> sources) {
    String iri = IndicatorRecords.name(uris, indicator);
    Optional<Licence> licence = Delivery.combined(sources).derived();
    return new Dataset(
        key(indicator),
        iri,
        Family.INDICATOR,
        Subset.PORTALS.holds(sources),
        title(indicator, sources),
        description(indicator, sources),
        keywords(indicator),
        source(indicator, iri, licence, sources),
        coverage.of(indicator, sources),
        address + "/api/v1/indicators/" + indicator.id(),
        List.of(),
        Optional.empty(),
        tables.of(indicator, iri, licence, sources),
        Optional.of(statistics(indicator, iri)),
        new Registration(
            log.first(iri).orElse(Instant.EPOCH), log.last(iri).orElse(Instant.EPOCH), ""));
  }

  private static String title(Indicator indicator, List<Delivery> sources) {
    if (sources.stream().anyMatch(Delivery::synthetic)) {
      return indicator.title() + " (données synthétiques)";
    }
    return sources.stream().anyMatch(Delivery::sample)
        ? indicator.title() + " (échantillon)"
        : indicator.title();
  }

  private String description(Indicator indicator, List<Delivery> sources) {
    List<String> said = new ArrayList<>();
    if (sources.stream().anyMatch(Delivery::synthetic)) {
      said.add(
          "Données synthétiques, faites par une règle pour montrer ce qu'il y aurait : elles ne"
              + " disent rien d'un territoire.");
    } else if (sources.stream().anyMatch(Delivery::sample)) {
      said.add("Échantillon : une partie seulement, à ne pas citer comme le tout.");
    }
    said.add(indicator.definition().isBlank() ? indicator.title() : indicator.definition());
    said.add(indicator.question());
    said.add("%s, en %s.".formatted(words(indicator.measure()), indicator.unit()));
    said.addAll(indicator.notes());
    said.add(
        sources.stream()
            .map(Delivery::citation)
            .collect(Collectors.joining(" ; ", "Sources : ", ".")));
    return said.stream()
        .filter(each -> !each.isBlank())
        .map(each -> each.matches("(?s).*[.?!]") ? each : each + ".")
        .collect(Collectors.joining(" "));
  }

  private static String words(Measure measure) {
    return switch (measure.kind()) {
      case STOCK -> "Effectif à un moment, qui s'additionne entre territoires";
      case FLOW -> "Nombre sur une période, qui s'additionne entre territoires";
      case RATIO ->
          measure.isQuotient()
              ? "Rapport de deux sommes, calculé sur tout territoire"
              : "Rapport publié tel quel, jamais recalculé";
      case DIFFERENCE -> "Différence de deux nombres du même territoire et de la même période";
      case INDEX -> "Indice publié tel quel, jamais recalculé";
      case MEDIAN -> "Médiane publiée telle quelle, jamais recalculée";
      case DISTINCT -> "Nombre d'unités différentes, publié tel quel";
    };
  }

  private List<String> keywords(Indicator indicator) {
    return Stream.concat(
            Stream.of("indicateur", "statistiques", indicator.producer()),
            coverage.theme(indicator).stream().map(Subject::label))
        .distinct()
        .toList();
  }

  private Source source(
      Indicator indicator, String iri, Optional<Licence> licence, List<Delivery> sources) {
    List<LocalDate> dates = sources.stream().map(Delivery::dated).sorted().toList();
    return new Source(
        Optional.of(new Agent(iri + "#producteur", indicator.producer(), "")),
        agents(iri, sources),
        licence,
        sources.stream().map(Delivery::citation).distinct().collect(Collectors.joining(" ; ")),
        Optional.of(IsoDate.of(dates.getFirst())),
        Optional.of(IsoDate.of(dates.getLast())),
        version(indicator),
        IndicatorCoverage.frequency(dashboard.cells(indicator)));
  }

  private List<Agent> agents(String iri, List<Delivery> sources) {
    Set<String> suppliers = new TreeSet<>(sources.stream().map(Delivery::supplier).toList());
    List<Agent> agents = new ArrayList<>();
    for (String each : suppliers) {
      agents.add(
          producers
              .find(each)
              .map(known ->
                  new Agent(
                      new StudyNames(uris).producer(each),
                      producers.name(each, "fr"),
                      known.homepage()))
              .orElseGet(() -> new Agent(iri + "#fournisseur-" + Uris.path(each), each, "")));
    }
    return agents;
  }

  private Statistics statistics(Indicator indicator, String iri) {
    SortedSet<Cell> cells = dashboard.cells(indicator);
    List<Subject> dimensions = new ArrayList<>();
    dimensions.add(new Subject(SDMX + "dimension#refArea", "Territoire"));
    cells.stream()
        .flatMap(cell -> cell.categories().values().keySet().stream())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .map(each -> new Subject(iri + "#dimension-" + Uris.path(each), each.replace('-', ' ')))
        .forEach(dimensions::add);
    dimensions.add(new Subject(SDMX + "dimension#timePeriod", "Période"));
    return new Statistics(
        dimensions,
        ATTRIBUTES,
        new Subject(iri + "#unite", indicator.unit()),
        dashboard.series(indicator));
  }
}
