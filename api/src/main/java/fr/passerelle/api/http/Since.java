package fr.passerelle.api.http;

import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.release.Vocabularies;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two states of an edition that are to be compared. */
@Singleton
public final class Since {
  private final Vocabularies vocabularies;

  Since(Vocabularies vocabularies) {
    this.vocabularies = vocabularies;
  }

  /**
   * Two states.
   *
   * @param before the earlier one; empty where nothing was published yet
   * @param from its release
   * @param after the later one
   * @param to its release
   */
  public record Interval(
      Optional<Snapshot> before, Optional<StoredRelease> from, Snapshot after, StoredRelease to) {}

  /**
   * From one release of an edition to another.
   *
   * @param to null for the published one
   * @throws ProblemException where either is unknown
   */
  public Interval between(String edition, String from, @Nullable String to) {
    StoredRelease start = named(edition, "from", from);
    StoredRelease end = to == null ? published(edition) : named(edition, "to", to);
    return new Interval(
        Optional.of(state(edition, start)), Optional.of(start), state(edition, end), end);
  }

  /**
   * From a release of an edition, or from what was published on a day, to now.
   *
   * @param since name of a release, or an ISO 8601 date
   * @throws ProblemException where it is neither
   */
  public Interval since(String edition, String since) {
    List<StoredRelease> kept = vocabularies.releases(edition);
    Optional<StoredRelease> named =
        kept.stream().filter(each -> each.release().equalsIgnoreCase(since)).findFirst();
    Optional<StoredRelease> from =
        named.isPresent()
            ? named
            : kept.stream().filter(each -> !each.issued().isAfter(day(kept, since))).findFirst();
    return new Interval(
        from.map(row -> state(edition, row)), from, vocabularies.snapshot(), published(edition));
  }

  /** From one release of an edition to the next; the caller has both from the archive. */
  public Interval of(StoredRelease from, StoredRelease to) {
    return new Interval(
        Optional.of(state(from.edition(), from)), Optional.of(from), state(to.edition(), to), to);
  }

  private static LocalDate day(List<StoredRelease> kept, String since) {
    try {
      return LocalDate.parse(since.length() > 10 ? since.substring(0, 10) : since);
    } catch (DateTimeParseException e) {
      throw Mementos.unknown("since", kept, since);
    }
  }

  private StoredRelease published(String edition) {
    return vocabularies.releases(edition).stream()
        .filter(StoredRelease::published)
        .findFirst()
        .orElseThrow();
  }

  private StoredRelease named(String edition, String name, String release) {
    List<StoredRelease> kept = vocabularies.releases(edition);
    return kept.stream()
        .filter(each -> each.release().equalsIgnoreCase(release))
        .findFirst()
        .orElseThrow(() -> Mementos.unknown(name, kept, release));
  }

  private Snapshot state(String edition, StoredRelease row) {
    return vocabularies
        .findState(edition, row.release())
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNAVAILABLE,
                "La version %s de %s ne peut pas être relue ici."
                    .formatted(row.release(), edition)));
  }
}
