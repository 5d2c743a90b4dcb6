package fr.passerelle.api.linkeddata.sparql;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.passerelle.api.Instance;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.linkeddata.sparql.guard.Asked;
import fr.passerelle.api.linkeddata.sparql.guard.Excess;
import fr.passerelle.api.linkeddata.sparql.guard.GuardedQuery;
import fr.passerelle.api.linkeddata.sparql.guard.Limits;
import fr.passerelle.api.linkeddata.sparql.guard.QuestionRunner;
import fr.passerelle.api.linkeddata.sparql.outside.OutsideStore;
import fr.passerelle.api.linkeddata.sparql.store.PatternSolver;
import fr.passerelle.api.linkeddata.sparql.store.Store;
import fr.passerelle.vocab.source.SourceFile;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Questions in SPARQL and their answers, each found once as long as the data are the same; that a
 * question took too long is known for a while too.
 */
@Singleton
final class Sparql {
  private static final long MOST_BYTES = 32L << 20;

  /** In seconds: those who wait before, the graphs and the question itself. */
  private static final long PATIENCE = 60;

  private final Graphs graphs;
  private final OutsideStore outside;
  private final String base;
  private final QuestionRunner runner = new QuestionRunner(Limits.USUAL);
  private final PatternSolver patterns = new PatternSolver();
  private final AsyncCache<Asking, Answer> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<Asking, Answer>weigher((asking, answer) -> asking.weight() + answer.bytes().length)
          .buildAsync();

  /** Questions that took too long a moment ago. */
  private final Cache<Asking, Boolean> slow =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofSeconds(30)).build();

  /** Queries by the texts in which they came; those that may not be answered are not kept. */
  private final Cache<String, Recognised> queries =
      Caffeine.newBuilder()
          .maximumWeight(4L << 20)
          .<String, Recognised>weigher((text, query) -> 2 * (text.length() + query.text().length()))
          .build();

  Sparql(Graphs graphs, OutsideStore outside, Instance instance) {
    this.graphs = graphs;
    this.outside = outside;
    this.base = instance.address() + "/sparql";
  }

  /**
   * A question, at a state of the data.
   *
   * @param version name of the state
   * @param text the query, as {@code recognise} tells it
   * @param defaults graphs that the protocol makes the default one of; empty for what the query
   *     says
   * @param named graphs that the protocol names
   * @param format how the answer is written
   */
  record Asking(
      String version, String text, List<String> defaults, List<String> named, ResultFormat format) {
    Asking {
      defaults = List.copyOf(defaults);
      named = List.copyOf(named);
    }

    /** Digest of all of it. */
    String key() {
      String all =
          String.join(
              "\n",
              version,
              text,
              String.join(" ", defaults),
              String.join(" ", named),
              format.id());
      byte[] digest = SourceFile.digest().digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    }

    int weight() {
      return 2 * text.length() + 200;
    }
  }

  /**
   * An answer.
   *
   * @param bytes as it is sent
   * @param lasting whether it is the same as long as the data are
   */
  @SuppressWarnings("ArrayRecordComponent") // sent as they are, never compared
  record Answer(byte[] bytes, boolean lasting) {}

  /** What is published now. */
  Graphs.Moment moment() {
    return graphs.moment();
  }

  /** The graphs of that moment; their triples are not here where another store holds them. */
  Graphs.State state(Graphs.Moment moment) {
    return outside.isConfigured()
        ? new Graphs.State(moment.version(), graphs.list(moment), Store.empty())
        : graphs.of(moment);
  }

  /**
   * A query that may be answered, as every way to write it is written.
   *
   * @param text the same of all that differ by blanks and comments only
   * @param triples whether it makes triples
   */
  record Recognised(String text, boolean triples) {}

  /**
   * The query of a text.
   *
   * @throws ProblemException where it is no query that may be answered
   */
  Recognised recognise(String text) {
    Recognised known = queries.getIfPresent(text);
    if (known != null) {
      return known;
    }
    GuardedQuery query = wait(runner.run(_ -> GuardedQuery.of(text, base)));
    Recognised found =
        new Recognised(
            query.text(), query.query().isConstructType() || query.query().isDescribeType());
    queries.put(text, found);
    return found;
  }

  /**
   * The answer to a question.
   *
   * @throws ProblemException which says why there is none
   */
  Answer answer(Graphs.Moment moment, Asking asking) {
    CompletableFuture<Answer> known = answers.getIfPresent(asking);
    if (known != null) {
      return wait(known);
    }
    if (slow.getIfPresent(asking) != null) {
      throw Excess.TIME.problem();
    }
    Function<Asked, Answer> task = task(moment, asking);
    Answer answer = wait(answers.get(asking, (key, _) -> run(task, key)));
    if (!answer.lasting()) {
      answers.synchronous().invalidate(asking);
    }
    return answer;
  }

  private CompletableFuture<Answer> run(Function<Asked, Answer> task, Asking asking) {
    return runner
        .run(task)
        .whenComplete((_, failure) -> {
          if (failure instanceof ProblemException problem && Excess.TIME.is(problem)) {
            slow.put(asking, true);
          }
        });
  }

  private Function<Asked, Answer> task(Graphs.Moment moment, Asking asking) {
    if (outside.isConfigured()) {
      List<String> names = outside.inStep(moment.version());
      return asked -> {
        GuardedQuery query = GuardedQuery.again(asking.text(), base);
        GraphSelection selection = selection(names, query, asking);
        return new Answer(
            outside.ask(
                query.text(),
                selection.isAll() ? names : selection.defaults(),
                selection.isAll() ? names : selection.named(),
                asking.format().mediaType()),
            query.lasting());
      };
    }
    Store store = graphs.of(moment).store();
    return asked -> answer(asked, store, asking);
  }

  private Answer answer(Asked asked, Store store, Asking asking) {
    GuardedQuery query = GuardedQuery.again(asking.text(), base);
    GraphSelection selection = selection(store.names(), query, asking);
    Query whole = query.query();
    whole.getGraphURIs().clear();
    whole.getNamedGraphURIs().clear();
    DatasetGraph dataset =
        selection.isAll()
            ? store.dataset()
            : store.dataset(selection.defaults(), selection.named());
    int most = asked.limits().bytes();
    byte[] bytes =
        whole.isAskType()
            ? ResultBytes.answer(asked.ask(query, dataset, patterns), asking.format())
            : whole.isSelectType()
                ? ResultBytes.rows(asked.select(query, dataset, patterns), asking.format(), most)
                : ResultBytes.triples(asked.graph(query, dataset, patterns), asking.format(), most);
    return new Answer(bytes, query.lasting());
  }

  private static GraphSelection selection(
      Collection<String> known, GuardedQuery query, Asking asking) {
    return GraphSelection.of(known, query.query(), asking.defaults(), asking.named());
  }

  /** The result of what another thread does, or why there is none. */
  private static <T> T wait(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new IllegalStateException("a question failed", e.getCause());
    } catch (TimeoutException e) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "Trop de questions attendent ; reposer celle-ci dans quelques secondes.",
          List.of(),
          Map.of("Retry-After", "5"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service ends", e);
    }
  }

  @PreDestroy
  void close() {
    runner.close();
  }
}
