package fr.passerelle.catalog.dataset;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogue at one moment, immutable: records that may be published, each with all that a
 * portal needs, and what is wrong with the others.
 */
public final class CatalogState {
  private final List<Dataset> datasets;
  private final Map<String, Dataset> byIri;
  private final List<DataService> services;
  private final List<Finding> findings;

  /** Each made when it is first asked for. */
  private final Map<Subset, List<Dataset>> parts = new ConcurrentHashMap<>();

  private final Map<Subset, Optional<CatalogPage.Span>> spans = new ConcurrentHashMap<>();

  private CatalogState(List<Dataset> datasets, List<DataService> services, List<Finding> findings) {
    this.datasets = datasets;
    this.services = List.copyOf(services);
    this.findings = findings;
    byIri = HashMap.newHashMap(datasets.size());
    datasets.forEach(each -> byIri.put(each.iri(), each));
  }

  /**
   * What may be published of those records.
   *
   * @param rules what portals ask, on the day it is asked
   */
  public static CatalogState of(List<Dataset> all, List<DataService> services, PortalRules rules) {
    return of(all.stream().map(rules::checked).toList(), services);
  }

  /** What may be published of those records, which were checked. */
  public static CatalogState of(List<Checked> all, List<DataService> services) {
    return new CatalogState(
        all.stream()
            .filter(Checked::published)
            .map(Checked::dataset)
            .sorted(Comparator.comparing(Dataset::key))
            .toList(),
        services,
        all.stream().flatMap(each -> each.findings().stream()).toList());
  }

  /**
   * A page of a part of it.
   *
   * @param since only what changed then or later; empty for all
   * @param start where it begins
   * @param size most records on it
   */
  public CatalogPage page(Subset subset, Optional<Instant> since, PageStart start, int size) {
    List<Dataset> part = list(subset);
    Optional<CatalogPage.Span> span =
        spans.computeIfAbsent(subset, each -> CatalogPage.Span.of(part));
    Instant end = start.token().map(PageStart.Token::asOf).orElse(Instant.MAX);
    boolean whole = since.isEmpty() && span.filter(all -> all.grown().isAfter(end)).isEmpty();
    List<Dataset> asked =
        whole
            ? part
            : part.stream()
                .filter(each -> since.filter(each.changed()::isBefore).isEmpty())
                .filter(each -> !each.registration().listed().isAfter(end))
                .toList();
    return CatalogPage.of(asked, span, services, start, size);
  }

  /** The records of a part of it, in the order of their keys. */
  public List<Dataset> list(Subset subset) {
    return parts.computeIfAbsent(subset, part -> datasets.stream().filter(part::holds).toList());
  }

  /** The record of that IRI. */
  public Optional<Dataset> find(String iri) {
    return Optional.ofNullable(byIri.get(iri));
  }

  /** The service of that IRI. */
  public Optional<DataService> findService(String iri) {
    return services.stream().filter(each -> each.iri().equals(iri)).findFirst();
  }

  /** Records that may be published, in the order of their keys. */
  public List<Dataset> datasets() {
    return datasets;
  }

  /** What portals would refuse or lose. */
  public List<Finding> findings() {
    return findings;
  }
}
