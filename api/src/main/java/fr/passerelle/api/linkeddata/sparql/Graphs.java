package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.linkeddata.dcat.Catalogs;
import fr.passerelle.api.linkeddata.sparql.store.GraphSource;
import fr.passerelle.api.linkeddata.sparql.store.Store;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.vocab.release.Snapshot;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The graphs as they stand, made when they are first asked for; where something is published, those
 * that it changed are made again. What is published no more is in no answer from that moment on:
 * nobody is answered from an earlier state while the next one is made.
 */
@Singleton
final class Graphs {
  /** Official files in full take some seconds, once. */
  private static final long PATIENCE = 8;

  private final Instance instance;
  private final Catalogs catalogs;
  private final Deliveries deliveries;
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("sparql-graphs").factory());
  private CompletableFuture<State> last = CompletableFuture.completedFuture(State.NONE);
  private String wanted = "";

  /** The state that is done, whose graphs the next one takes over; of the maker alone. */
  private Store done = Store.empty();

  Graphs(Instance instance, Catalogs catalogs, Deliveries deliveries) {
    this.instance = instance;
    this.catalogs = catalogs;
    this.deliveries = deliveries;
  }

  /**
   * All graphs at one moment.
   *
   * @param version name of the state: of two of one name all graphs say the same
   * @param graphs what there is, and what has to be said of it
   * @param store their triples
   */
  record State(String version, List<PublishedGraph> graphs, Store store) {
    static final State NONE = new State("", List.of(), Store.empty());

    State {
      graphs = List.copyOf(graphs);
    }
  }

  /** What is published now, and the name of the state that its graphs have. */
  record Moment(Snapshot snapshot, Catalogs.State catalog, String version) {}

  /** What is published now; no graph is made. */
  Moment moment() {
    Catalogs.State catalog = catalogs.now();
    return new Moment(catalog.snapshot(), catalog, catalog.version());
  }

  /** Graphs of that moment without their triples, which are made when asked for. */
  List<PublishedGraph> list(Moment moment) {
    List<PublishedGraph> graphs =
        new ArrayList<>(new VocabularyGraphs(moment.snapshot(), instance.uris()).list());
    graphs.addAll(new CatalogueGraphs(instance, moment.catalog(), deliveries.published()).list());
    return graphs;
  }

  /**
   * The graphs of that moment.
   *
   * @throws ProblemException UNAVAILABLE where they are being made
   */
  State of(Moment moment) {
    CompletableFuture<State> state = begin(moment);
    try {
      return state.get(PATIENCE, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "Les graphes se préparent, ce qui prend quelques secondes après un démarrage ou une"
              + " publication.",
          List.of(),
          Map.of("Retry-After", "5"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the graphs could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service ends", e);
    }
  }

  private synchronized CompletableFuture<State> begin(Moment moment) {
    if (!wanted.equals(moment.version()) || last.isCompletedExceptionally()) {
      wanted = moment.version();
      last = CompletableFuture.supplyAsync(() -> make(moment), maker);
    }
    return last;
  }

  private State make(Moment moment) {
    List<PublishedGraph> graphs = list(moment);
    List<GraphSource> sources = graphs.stream().map(PublishedGraph::source).toList();
    done = done.next(sources);
    return new State(moment.version(), graphs, done);
  }

  @PreDestroy
  void close() {
    maker.shutdownNow();
  }
}
