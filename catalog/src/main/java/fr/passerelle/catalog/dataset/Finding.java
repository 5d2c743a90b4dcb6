package fr.passerelle.catalog.dataset;

/**
 * Something of a record that a portal would refuse or lose.
 *
 * @param record IRI or name of the record
 * @param rule the rule that it breaks
 * @param message what is the matter and what to do, in French
 */
public record Finding(String record, PortalRule rule, String message) {
  /** Whether the record stays out of the catalogue. */
  public boolean refused() {
    return rule.refuses();
  }
}
