package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.search.ReleaseIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases being read before the database says that they are published: those that were served last
 * when a service starts, and those about to be published while it runs.
 *
 * <p>A guess, never an answer: a file is named after its content and never changes, so that what
 * was read of it holds whenever a row names it. What no row names is dropped, what could not be
 * read is read again by the usual way, which says why it cannot.
 */
public final class ReadAhead implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);

  /** An announced release is published within seconds, or never. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final Path releases;
  private final ReleaseFolder folder;
  private final Map<String, FutureTask<Found>> files = new LinkedHashMap<>();

  /** A release in memory, with its index if there is a sound one. */
  record Found(Release release, Inverse inverse, Optional<ReleaseIndex> index) {
    void close() {
      index.ifPresent(ReleaseIndex::close);
    }
  }

  private ReadAhead(Path releases, Path indexes) {
    this.releases = releases;
    this.folder = new ReleaseFolder(releases, indexes, new Redaction(Set.of()));
  }

  /** Nothing is guessed. */
  static ReadAhead none(Path releases, Path indexes) {
    return new ReadAhead(releases, indexes);
  }

  /**
   * Begins to read what was served last from those folders, in threads of its own; nothing if that
   * is not known. Writes nothing, and fails on nothing.
   */
  public static ReadAhead begin(Path releases, Path indexes) {
    ReadAhead ahead = new ReadAhead(releases, indexes);
    new LastServed(indexes).files().forEach(ahead::expect);
    return ahead;
  }

  /**
   * Begins to read a file that is announced, and drops it where nobody took it within minutes: its
   * publication was refused, or died.
   */
  void announce(String file) {
    announce(file, CompletableFuture.delayedExecutor(LONGEST_WAIT.toMinutes(), TimeUnit.MINUTES));
  }

  /** The same, dropped when that executor runs what it is given. */
  void announce(String file, Executor later) {
    Optional<FutureTask<Found>> task = expect(file);
    task.ifPresent(each -> later.execute(() -> drop(file, each)));
  }

  private void drop(String file, FutureTask<Found> task) {
    boolean left;
    synchronized (this) {
      left = files.remove(file, task);
    }
    if (left) {
      LOG.info("{} was announced and not published: dropped", file);
      await(file, task).ifPresent(Found::close);
    }
  }

  /** Begins to read one more file; nothing if that is no name of a release file. */
  private synchronized Optional<FutureTask<Found>> expect(String file) {
    if (!LastServed.isFile(file) || files.containsKey(file)) {
      return Optional.empty();
    }
    FutureTask<Found> task = new FutureTask<>(() -> read(folder, file));
    files.put(file, task);
    Thread.ofPlatform().daemon().name("read-ahead").start(task);
    return Optional.of(task);
  }

  private static Found read(ReleaseFolder folder, String file) throws IOException {
    Release release = folder.read(file);
    return new Found(release, new Inverse(release), folder.findIndex(file));
  }

  /** Folder of release files that it reads from. */
  public Path releases() {
    return releases;
  }

  /** What was read of that file, once; waits for the end of a reading under way. */
  synchronized Optional<Found> take(String file) {
    FutureTask<Found> task = files.remove(file);
    return task == null ? Optional.empty() : await(file, task);
  }

  private static Optional<Found> await(String file, FutureTask<Found> task) {
    try {
      return Optional.of(task.get());
    } catch (ExecutionException e) {
      LOG.debug("{} was not read ahead", file, e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Drops what nobody took, without waiting for it. */
  @Override
  public void close() {
    Map<String, FutureTask<Found>> left = left();
    if (!left.isEmpty()) {
      Thread.ofVirtual().start(() -> drop(left));
    }
  }

  /** Waits for what is being read, and drops it. */
  public void finish() {
    drop(left());
  }

  private synchronized Map<String, FutureTask<Found>> left() {
    Map<String, FutureTask<Found>> left = new LinkedHashMap<>(files);
    files.clear();
    return left;
  }

  private static void drop(Map<String, FutureTask<Found>> left) {
    left.forEach((file, task) -> await(file, task).ifPresent(Found::close));
  }
}
