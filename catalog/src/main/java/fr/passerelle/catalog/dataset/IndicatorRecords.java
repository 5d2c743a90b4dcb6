package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.PublicationHistory.State;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checked records of indicators, each made again only where its deliveries or what surrounds it
 * changed. No value of a commune is read for one.
 */
public final class IndicatorRecords {
  private final Deliveries deliveries;
  private final Uris uris;
  private final String address;
  private final int mostLines;
  private Map<String, Known> known = Map.of();

  /**
   * Those of an installation.
   *
   * @param address where the service answers, without final slash
   * @param mostLines lines that a table of figures has at most
   */
  public IndicatorRecords(Deliveries deliveries, Uris uris, String address, int mostLines) {
    this.deliveries = deliveries;
    this.uris = uris;
    this.address = address;
    this.mostLines = mostLines;
  }

  /** What a record depends on. */
  private record Circumstances(
      Snapshot snapshot,
      Producers producers,
      LocalDate today,
      String geography,
      Optional<Instant> changed,
      List<Delivery> sources) {}

  private record Known(Circumstances circumstances, Checked checked) {}

  /** Name of the record of an indicator. */
  public static String name(Uris uris, Indicator indicator) {
    return uris.regionalBase() + "/id/dataset/" + IndicatorDatasets.key(indicator);
  }

  /** Whether a study that names an indicator so means this one: by its code, or as a dataset. */
  public static boolean isMeant(Uris uris, Indicator indicator, String word) {
    return word.equals(indicator.id()) || word.equals(name(uris, indicator));
  }

  /** Name of what is published now: of two of one name all records say the same. */
  public String version() {
    return deliveries.published().version();
  }

  /** What ever happened to the records in a part of the catalogue. */
  public RecordLog log(Subset part) {
    return log(deliveries.history(), part);
  }

  private RecordLog log(List<State> history, Subset part) {
    return IndicatorLog.of(history, deliveries.indicators(), uris.regionalBase(), part);
  }

  /** The records of all indicators that have figures. */
  public synchronized List<Checked> list(
      Snapshot snapshot, Producers producers, PortalRules rules) {
    Published published = deliveries.published();
    List<State> history = deliveries.history();
    RecordLog log = log(history, Subset.ALL);
    IndicatorDatasets datasets =
        new IndicatorDatasets(
            published.dashboard(),
            new IndicatorCoverage(published.dashboard(), snapshot, uris),
            new IndicatorTables(
                published.dashboard(), address, deliveries::observations, mostLines),
            producers,
            log,
            uris,
            address);
    IndicatorSources sources = new IndicatorSources(published.indicators());
    Map<String, Known> next = new HashMap<>();
    List<Checked> all = new ArrayList<>();
    for (Indicator each : published.indicators()) {
      Circumstances now =
          new Circumstances(
              snapshot,
              producers,
              rules.today(),
              published.dashboard().geography().version(),
              log.last(name(uris, each)),
              sources.of(each, history.getLast()));
      if (!now.sources().isEmpty()) {
        Checked checked = checked(each, now, datasets, rules);
        next.put(each.id(), new Known(now, checked));
        all.add(checked);
      }
    }
    known = next;
    return all;
  }

  private Checked checked(
      Indicator indicator, Circumstances now, IndicatorDatasets datasets, PortalRules rules) {
    @Nullable Known before = known.get(indicator.id());
    return before != null && before.circumstances().equals(now)
        ? before.checked()
        : rules.checked(datasets.of(indicator, now.sources()));
  }
}
