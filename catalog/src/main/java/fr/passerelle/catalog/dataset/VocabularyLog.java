package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.dataset.RecordLog.Event;
import fr.passerelle.catalog.dataset.RecordLog.Kind;
import fr.passerelle.vocab.release.PublicationEvent;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What ever happened to the records of vocabularies and correspondences: each release that became
 * the published one is a change of the records of its edition.
 *
 * <p>Which correspondences a release of before held is in its file, which is not opened for this:
 * those that are published now are taken to have been in all.
 */
public final class VocabularyLog {
  private VocabularyLog() {}

  /**
   * The log of those publications, in order.
   *
   * @param current the records now
   * @param base base of the names of records
   */
  public static RecordLog of(
      List<PublicationEvent> publications, Snapshot snapshot, List<Dataset> current, String base) {
    Map<String, Set<String>> keys = keys(snapshot, current);
    Set<String> there = new HashSet<>();
    List<Event> events = new ArrayList<>();
    for (PublicationEvent each : publications) {
      boolean before = each.isPublic() ? !there.add(each.edition()) : there.remove(each.edition());
      if (before || each.isPublic()) {
        Kind kind = !each.isPublic() ? Kind.DELETE : before ? Kind.UPDATE : Kind.CREATE;
        for (String key : keys.getOrDefault(each.edition(), Set.of("vocab/" + each.edition()))) {
          events.add(
              new Event(
                  key,
                  base + "/id/dataset/" + key,
                  kind,
                  each.release(),
                  each.issued(),
                  each.at()));
        }
      }
    }
    return new RecordLog(events);
  }

  /** Keys of the records of each edition that is published. */
  private static Map<String, Set<String>> keys(Snapshot snapshot, List<Dataset> current) {
    Set<String> known = new HashSet<>();
    current.forEach(each -> known.add(each.key()));
    Map<String, Set<String>> keys = new HashMap<>();
    snapshot
        .releases()
        .forEach(each ->
            keep(
                keys,
                known,
                each.release().edition().id(),
                "vocab/" + each.release().edition().id()));
    for (PublishedCorrespondence each : snapshot.correspondences()) {
      keep(
          keys,
          known,
          each.release().release().edition().id(),
          "correspondence/" + each.correspondence().id());
    }
    return keys;
  }

  private static void keep(
      Map<String, Set<String>> keys, Set<String> known, String edition, String key) {
    Set<String> own = keys.computeIfAbsent(edition, each -> new TreeSet<>());
    if (known.contains(key)) {
      own.add(key);
    }
  }
}
