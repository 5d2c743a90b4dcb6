package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.release.Statement.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that the newest delivery says otherwise than the published release.
 *
 * @param key what it is about
 * @param published what is published; empty where nothing is
 * @param delivered what the delivery says; empty where nothing is
 * @param times how many deliveries in a row say so, the newest included
 * @param since date of the first of these
 */
record Difference(
    Topic key,
    Optional<Statement> published,
    Optional<Statement> delivered,
    int times,
    LocalDate since) {

  /**
   * All differences, counted back from the newest delivery, which is the first; the others are read
   * one at a time, as long as they matter.
   */
  static List<Difference> count(
      Map<Topic, Statement> published, Release newest, Iterator<Release> older) {
    List<Difference> running = between(published, newest);
    List<Difference> done = new ArrayList<>();
    while (!running.isEmpty() && older.hasNext()) {
      Release release = older.next();
      Map<Topic, Statement> said = Statement.of(release);
      List<Difference> still = new ArrayList<>();
      for (Difference each : running) {
        if (same(each.delivered, Optional.ofNullable(said.get(each.key)))) {
          still.add(each.seenAlsoOn(release.source().issued()));
        } else {
          done.add(each);
        }
      }
      running = still;
    }
    done.addAll(running);
    return done;
  }

  private static List<Difference> between(Map<Topic, Statement> published, Release newest) {
    Map<Topic, Statement> said = Statement.of(newest);
    Set<Topic> keys = new LinkedHashSet<>(said.keySet());
    keys.addAll(published.keySet());
    List<Difference> all = new ArrayList<>();
    for (Topic key : keys) {
      Optional<Statement> before = Optional.ofNullable(published.get(key));
      Optional<Statement> now = Optional.ofNullable(said.get(key));
      if (!same(before, now)) {
        all.add(new Difference(key, before, now, 1, newest.source().issued()));
      }
    }
    return all;
  }

  private static boolean same(Optional<Statement> one, Optional<Statement> other) {
    return one.isPresent() == other.isPresent()
        && one.map(each -> each.says(other.orElseThrow())).orElse(true);
  }

  private Difference seenAlsoOn(LocalDate day) {
    return new Difference(key, published, delivered, times + 1, day);
  }
}
