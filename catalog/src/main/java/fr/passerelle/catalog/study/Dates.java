package fr.passerelle.catalog.study;

import java.util.Optional;

/**
 * The dates of a study, each with the precision it has.
 *
 * @param issued when it was published (dct:issued)
 * @param expected when it is to be published, while it is to come
 * @param validity how long it is to be relied on
 */
public record Dates(Optional<PartialDate> issued, Optional<PartialDate> expected, Period validity) {
  /** Nothing is known. */
  public static final Dates UNKNOWN = new Dates(Optional.empty(), Optional.empty(), Period.UNKNOWN);
}
