package fr.passerelle.api;

import fr.passerelle.api.linkeddata.dcat.Catalogs;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.search.SearchQuery;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Searches and pages of the catalogue made right after a start, so that their code is compiled
 * before people type and portals harvest.
 *
 * <p>It types labels of what is published, letter by letter, then writes pages, in one thread that
 * rests as long as it works, and ends after some seconds whatever the machine. Answers are thrown
 * away.
 *
 * @param vocabularies what to search
 * @param catalogs what portals harvest
 */
record WarmUp(Vocabularies vocabularies, Catalogs catalogs) implements Runnable {
  /** The first requests are served before. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Duration LONGEST_WRITING = Duration.ofSeconds(6);
  private static final int PAGES = 250;
  private static final int LABELS = 500;
  private static final int LETTERS = 12;
  private static final int HITS = 10;

  static Thread start(Vocabularies vocabularies, Catalogs catalogs) {
    return Thread.ofPlatform().daemon().name("warm-up").start(new WarmUp(vocabularies, catalogs));
  }

  @Override
  public void run() {
    try {
      Thread.sleep(PAUSE);
      type();
      write();
    } catch (InterruptedException e) {
      // The service ends: there is nothing to warm up for.
    }
  }

  private void type() throws InterruptedException {
    long begin = System.nanoTime();
    Snapshot snapshot = vocabularies.snapshot();
    for (String label : labels(snapshot)) {
      for (int length = 1; length <= Math.min(LETTERS, label.length()); length++) {
        search(label.substring(0, length));
        if (System.nanoTime() - begin > LONGEST.toNanos()) {
          return;
        }
      }
    }
  }

  private void write() throws InterruptedException {
    Iterator<Runnable> pages = catalogs.rehearsal();
    long end = System.nanoTime() + LONGEST_WRITING.toNanos();
    for (int i = 0; i < PAGES && System.nanoTime() < end; i++) {
      long begin = System.nanoTime();
      pages.next().run();
      Thread.sleep(Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  /** Through the snapshot of the moment: an earlier one may be closed meanwhile. */
  private void search(String text) throws InterruptedException {
    long begin = System.nanoTime();
    vocabularies.snapshot().search().search(SearchQuery.of(text, HITS));
    Thread.sleep(Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Labels from all over what is published. */
  private static List<String> labels(Snapshot snapshot) {
    List<Concept> concepts =
        snapshot.schemes().stream().flatMap(each -> each.scheme().concepts().stream()).toList();
    int step = Math.max(1, concepts.size() / LABELS);
    return IntStream.iterate(0, i -> i < concepts.size(), i -> i + step)
        .mapToObj(i -> concepts.get(i).prefLabel("fr"))
        .toList();
  }
}
