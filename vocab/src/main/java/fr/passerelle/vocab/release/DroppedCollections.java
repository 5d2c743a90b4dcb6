package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.PublishedRelease;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collections that regions published and make no more, as their earlier releases hold them.
 *
 * <p>Those of national producers are derived from flags, and go with these. The few earlier
 * releases of regions are read when such a collection is first asked for, then known until
 * something else is published.
 */
public final class DroppedCollections {
  /** Releases of an edition that are looked through, newest first. */
  private static final int MOST_RELEASES = 50;

  private final Vocabularies vocabularies;
  private volatile Known known = new Known("", Map.of());

  /** What was dropped, as of a state of what is published. */
  private record Known(String version, Map<String, Dropped> byKey) {}

  /**
   * A collection that is gone.
   *
   * @param label its French name
   * @param edition edition that made it
   * @param last its last release that did
   * @param since its first release that does not; empty where it is published no more
   */
  public record Dropped(String label, String edition, String last, String since) {}

  /** Of what is published there. */
  public DroppedCollections(Vocabularies vocabularies) {
    this.vocabularies = vocabularies;
  }

  /** The dropped collection of that key, {@code {author}/{id}}. */
  public Optional<Dropped> find(Snapshot snapshot, String key) {
    Known now = known;
    if (!now.version().equals(snapshot.version())) {
      now = new Known(snapshot.version(), read(snapshot));
      known = now;
    }
    return Optional.ofNullable(now.byKey().get(key));
  }

  private Map<String, Dropped> read(Snapshot snapshot) {
    Map<String, Dropped> dropped = new HashMap<>();
    vocabularies.list().stream()
        .map(StoredRelease::edition)
        .distinct()
        .filter(edition -> Edition.find(edition).isEmpty())
        .forEach(edition -> read(edition, dropped));
    snapshot.collections().forEach(each -> dropped.remove(each.collection().key()));
    return dropped;
  }

  private void read(String edition, Map<String, Dropped> dropped) {
    String after = "";
    List<StoredRelease> releases =
        vocabularies.releases(edition).stream().limit(MOST_RELEASES).toList();
    for (StoredRelease each : releases) {
      Optional<PublishedRelease> release = vocabularies.findRelease(edition, each.release());
      if (release.isPresent()) {
        for (Collection made : release.get().release().collections()) {
          dropped.putIfAbsent(
              made.key(), new Dropped(made.label(), edition, each.release(), after));
        }
      }
      after = each.release();
    }
  }
}
