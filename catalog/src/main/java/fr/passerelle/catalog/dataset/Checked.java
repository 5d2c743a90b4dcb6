package fr.passerelle.catalog.dataset;

import java.util.List;

/**
 * A record and what portals would refuse or lose of it.
 *
 * @param dataset the record
 * @param findings what is wrong; empty if nothing is
 */
public record Checked(Dataset dataset, List<Finding> findings) {
  public Checked {
    findings = List.copyOf(findings);
  }

  boolean published() {
    return findings.stream().noneMatch(Finding::refused);
  }
}
