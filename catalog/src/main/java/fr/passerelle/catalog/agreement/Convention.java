package fr.passerelle.catalog.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A convention: under which terms a supplier shares figures.
 *
 * @param id its name in addresses
 * @param title French title
 * @param framework the national convention of which it is the regional version; empty for none
 * @param supplier code of the producer who delivers
 * @param purposes what the figures may serve
 * @param redistribution what may be done with them, in words
 * @param begins first day
 * @param ends last day; new deliveries stop after it
 * @param keepsAfter whether what was published stays after the last day, which is the rule
 * @param fiches fiches navettes under it
 */
public record Convention(
    String id,
    String title,
    String framework,
    String supplier,
    List<String> purposes,
    String redistribution,
    LocalDate begins,
    LocalDate ends,
    boolean keepsAfter,
    List<Fiche> fiches) {
  /** One that ends within so many days is announced. */
  public static final int NOTICE_DAYS = 90;

  public Convention {
    purposes = List.copyOf(purposes);
    fiches = List.copyOf(fiches);
  }

  /** Whether deliveries are taken on that day. */
  public boolean runs(LocalDate day) {
    return !day.isBefore(begins) && !day.isAfter(ends);
  }

  /** Whether it ends soon, or has ended, as that day sees it. */
  public boolean ending(LocalDate day) {
    return ends.isBefore(day.plusDays(NOTICE_DAYS + 1L));
  }

  /** The fiche of that name. */
  public Optional<Fiche> fiche(String name) {
    return fiches.stream().filter(each -> each.id().equals(name)).findFirst();
  }
}
