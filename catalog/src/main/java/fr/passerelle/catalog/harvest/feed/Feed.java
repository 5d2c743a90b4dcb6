package fr.passerelle.catalog.harvest.feed;

import fr.passerelle.vocab.RefusedException;
import java.util.List;

/** A source that can be read from a moment on. */
public interface Feed {
  /**
   * Reads it to its end.
   *
   * @param since from when, as {@link End#next()} told it; empty for all
   * @param basket takes a page of records
   * @throws RefusedException if it cannot be read to its end; what the basket took is sound
   */
  End read(String since, Basket basket);

  /** What takes records in. */
  interface Basket {
    /**
     * Takes a page in, all of it in one transaction.
     *
     * @return how many of its records this harvest had not seen yet
     */
    int take(List<Arrival> arrivals);
  }

  /**
   * How reading ended.
   *
   * @param next from when the next harvest goes on; empty where the source can only be read whole
   * @param tellsDeletions whether the source says for good what it deleted
   * @param sawAll whether every record could be told from others; where one could not, nobody can
   *     say what is gone
   */
  record End(String next, boolean tellsDeletions, boolean sawAll) {}
}
