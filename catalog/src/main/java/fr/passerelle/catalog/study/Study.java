package fr.passerelle.catalog.study;

import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.ConceptRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A study as the catalogue knows it at one moment: what its producer says of it, and where it
 * stands. Immutable; each event makes another one.
 *
 * @param id its lasting name
 * @param key how its producer names it
 * @param content what its producer says of it
 * @param standing where it stands
 * @param origin where its record comes from
 * @param number sequence number of the event that made it: immutable, growing, never reused, so
 *     that lists are paged by it
 * @param sequence sequence number of the event that changed it last
 * @param created when its record was made
 * @param modified when its record changed last
 */
public record Study(
    StudyId id,
    StudyKey key,
    Content content,
    Standing standing,
    RecordOrigin origin,
    long number,
    long sequence,
    Instant created,
    Instant modified) {

  /** Title. */
  public String title() {
    return content.title();
  }

  /** Where it stands in its life. */
  public StudyStatus status() {
    return standing.status();
  }

  /** Who sees it. */
  public Sight sight() {
    return Sight.of(standing, content.producers());
  }

  /** Themes. */
  public List<ConceptRef> themes() {
    return content.subjects().themes();
  }

  /** Territories. */
  public List<Territory> territories() {
    return content.subjects().territories();
  }

  /** Date of publication, or the expected one where it is to come. */
  public Optional<PartialDate> date() {
    return status().isComing() ? content.dates().expected() : content.dates().issued();
  }

  /** Whether it should be there by that day and is not. */
  public boolean isLate(LocalDate today) {
    return status().isComing()
        && content.dates().expected().filter(date -> date.last().isBefore(today)).isPresent();
  }
}
