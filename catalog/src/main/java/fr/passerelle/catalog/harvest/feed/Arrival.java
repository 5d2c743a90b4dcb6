package fr.passerelle.catalog.harvest;

import fr.passerelle.catalog.study.form.Submission;
import java.util.Optional;

/**
 * A record as a source gives it.
 *
 * @param identifier its identifier in that source
 * @param datestamp when the source changed it, as the source writes it; empty if it does not say
 * @param form the form of it; empty where it is deleted or could not be read, which is said
 */
public record Arrival(
    String identifier, String datestamp, Optional<Submission> form, boolean isDeleted) {
  /** A record that is there. */
  public static Arrival of(String identifier, String datestamp, Submission form) {
    return new Arrival(identifier, datestamp, Optional.of(form), /* isDeleted= */ false);
  }

  /** A record that the source says it deleted. */
  public static Arrival deleted(String identifier, String datestamp) {
    return new Arrival(identifier, datestamp, Optional.empty(), /* isDeleted= */ true);
  }
}
