package fr.passerelle.catalog.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The catalogue at one moment, immutable: records that may be published, each with all that a
 * portal needs, and what is wrong with the others.
 */
public final class CatalogState {
  private final List<Dataset> datasets;
  private final Map<String, Dataset> byIri = new TreeMap<>();
  private final List<DataService> services;
  private final List<Finding> findings;

  private CatalogState(List<Dataset> datasets, List<DataService> services, List<Finding> findings) {
    this.datasets = datasets;
    this.services = List.copyOf(services);
    this.findings = List.copyOf(findings);
    datasets.forEach(each -> byIri.put(each.iri(), each));
  }

  /**
   * What may be published of those records.
   *
   * @param rules what portals ask, on the day it is asked
   */
  public static CatalogState of(List<Dataset> all, List<DataService> services, PortalRules rules) {
    List<Dataset> published = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Dataset dataset : all) {
      List<Finding> found = rules.check(dataset);
      findings.addAll(found);
      if (found.stream().noneMatch(Finding::refused)) {
        published.add(dataset);
      }
    }
    published.sort(Comparator.comparing(Dataset::key));
    return new CatalogState(List.copyOf(published), services, findings);
  }

  /**
   * A page of a part of it.
   *
   * @param since only what changed then or later; empty for all
   * @param after key after which it begins
   * @param size most records on it
   */
  public CatalogPage page(Subset subset, Optional<Instant> since, String after, int size) {
    List<Dataset> asked =
        datasets.stream()
            .filter(subset::holds)
            .filter(each -> since.isEmpty() || !each.changed().isBefore(since.get()))
            .toList();
    return CatalogPage.of(asked, services, after, size);
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
