package fr.passerelle.catalog.deposit;

import fr.passerelle.vocab.release.ImportReport;
import java.util.List;

/**
 * What a deposit read, mended and changed, and where it disagrees with what is published.
 *
 * @param imports one for each edition in the file
 * @param conflicts disagreements, those of the first edition first
 */
public record DepositReport(List<ImportReport> imports, List<Conflict> conflicts) {
  public DepositReport {
    imports = List.copyOf(imports);
    conflicts = List.copyOf(conflicts);
  }
}
