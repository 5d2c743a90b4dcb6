package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.linkeddata.sparql.outside.OutsideStore;
import fr.passerelle.api.linkeddata.sparql.store.GraphSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store outside in step with what is published: looks every other second whether
 * something was, or whether the store has lost something; after a failure it waits longer and
 * longer.
 */
@Singleton
public final class StoreMirror {
  private static final Logger LOG = LoggerFactory.getLogger(StoreMirror.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final Graphs graphs;
  private final OutsideStore outside;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("sparql-mirror").unstarted(this::run);

  /** What is to be there, as of a state: to list it, all concepts are looked at. */
  private String version = "";

  private List<GraphSource> sources = List.of();

  StoreMirror(Graphs graphs, OutsideStore outside) {
    this.graphs = graphs;
    this.outside = outside;
  }

  /** Begins, if the profile names a store. */
  public void begin() {
    if (outside.isConfigured()) {
      thread.start();
    }
  }

  private void run() {
    Duration pause = PAUSE;
    try {
      while (true) {
        Duration longer = pause.multipliedBy(2);
        pause = follow() ? PAUSE : longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      // The service ends.
    }
  }

  private boolean follow() {
    try {
      Graphs.Moment moment = graphs.moment();
      if (!version.equals(moment.version())) {
        sources = graphs.list(moment).stream().map(PublishedGraph::source).toList();
        version = moment.version();
      }
      return outside.follow(version, sources);
    } catch (RuntimeException e) {
      LOG.warn("le magasin SPARQL n'est pas suivi", e);
      return false;
    }
  }

  @PreDestroy
  void close() {
    thread.interrupt();
  }
}
