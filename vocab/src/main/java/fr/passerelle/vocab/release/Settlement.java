package fr.passerelle.vocab.release;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.release.Statement.Topic;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a delivery may be published: what is published, and of the differences those that are
 * settled and hold together.
 *
 * @param release the release to publish, of the name and source of the newest delivery
 * @param pending differences that wait, in the order of the delivery
 * @param idle whether no difference is settled: there is nothing new to publish
 */
record Settlement(Release release, List<PendingChange> pending, boolean idle) {

  Settlement {
    pending = List.copyOf(pending);
  }

  /**
   * Settles what can be. What wobbles is what it was; what would break the integrity of the release
   * waits for what it needs.
   *
   * @param published the published release
   * @param deliveries at least one, the newest first
   */
  static Settlement of(Release published, Iterator<Release> deliveries, Stabilisation rule) {
    Release newest = deliveries.next();
    Map<Topic, Statement> before = Statement.of(published);
    List<Difference> differences = Difference.count(before, newest, deliveries);
    Map<Topic, Difference> settled = new LinkedHashMap<>();
    differences.stream()
        .filter(each -> rule.settles(each.times(), each.since(), newest.source().issued()))
        .forEach(each -> settled.put(each.key(), each));
    Draft draft = new Draft(published, newest, before, settled);
    Release release = whole(draft);
    List<PendingChange> pending =
        differences.stream()
            .filter(each -> !draft.isAccepted(each.key()))
            .map(each -> PendingChange.of(each, settled.containsKey(each.key())))
            .toList();
    return new Settlement(release, pending, draft.isIdle());
  }

  /** Ends, as each round takes back at least one difference, and without any the draft is sound. */
  private static Release whole(Draft draft) {
    while (true) {
      draft.takeBackWhatDangles();
      try {
        return draft.build();
      } catch (RefusedException e) {
        if (draft.isIdle()) {
          throw e;
        }
        draft.takeBack(e.faults());
      }
    }
  }
}
