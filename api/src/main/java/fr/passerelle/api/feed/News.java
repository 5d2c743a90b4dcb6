package fr.passerelle.api.feed;

import fr.passerelle.api.http.Since;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.service.Change;
import fr.passerelle.vocab.service.Followed;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed, release after release, the newest first: pages of a list that is never made whole,
 * as each step between two releases is computed when a page comes to it.
 */
@Singleton
final class News {
  private static final int ENTRIES = 100;

  /** Each step may read a release from its file. A page may be short: its next link goes on. */
  private static final int MOST_STEPS = 3;

  private final Vocabularies vocabularies;
  private final Since since;

  News(Vocabularies vocabularies, Since since) {
    this.vocabularies = vocabularies;
    this.since = since;
  }

  /**
   * A change and the release that brought it.
   *
   * @param change what changed
   * @param release in which release
   */
  record Item(Change change, StoredRelease release) {}

  /**
   * A part of the list.
   *
   * @param items changes, the newest release first
   * @param last where the next page begins; null on the last one
   */
  record Page(List<Item> items, @Nullable String last) {}

  /**
   * The part after that place.
   *
   * @param after {@link Page#last()} of the page before; empty for the first
   */
  Page page(Followed followed, String after) {
    List<Followed.Step> steps = Followed.steps(vocabularies.releases(followed.edition()));
    List<Item> items = new ArrayList<>();
    int at = start(steps, after);
    String seen = after.isEmpty() ? "" : after.substring(after.indexOf('\n') + 1);
    for (int walked = 0; at < steps.size() && walked < MOST_STEPS; walked++) {
      Followed.Step step = steps.get(at);
      for (Change change : changes(followed, step)) {
        if (change.key().compareTo(seen) <= 0) {
          continue;
        }
        if (items.size() == ENTRIES) {
          return new Page(items, step.to().release() + "\n" + seen);
        }
        items.add(new Item(change, step.to()));
        seen = change.key();
      }
      seen = "";
      at++;
    }
    String last = at < steps.size() ? steps.get(at).to().release() + "\n" : null;
    return new Page(items, last);
  }

  /** A release that was taken back since is no step any more: then from the beginning. */
  private static int start(List<Followed.Step> steps, String after) {
    for (int i = 0; !after.isEmpty() && i < steps.size(); i++) {
      if (after.startsWith(steps.get(i).to().release() + "\n")) {
        return i;
      }
    }
    return 0;
  }

  private List<Change> changes(Followed followed, Followed.Step step) {
    Since.Interval interval = since.of(step.from(), step.to());
    return followed.changes(interval.before(), interval.after());
  }
}
