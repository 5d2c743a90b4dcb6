package fr.passerelle.api.linkeddata;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.DataStates;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files in which what is published now can be taken home, under addresses that stay from one
 * release to the next. Lengths and digests are known of those that were made; the others are made
 * meanwhile, one after the other, so that who asks for all of them does not wait.
 */
@Singleton
public final class PublishedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedFiles.class);

  private final Dumps dumps;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("files").factory());

  PublishedFiles(Dumps dumps, DataStates states) {
    this.dumps = dumps;
    states.follow(dumps::made);
  }

  /**
   * A file.
   *
   * @param extension which tells its format
   * @param mediaType its media type
   * @param path its address, the same from release to release
   * @param made what is known of it once it was made
   */
  public record PublishedFile(
      String extension, String mediaType, String path, Optional<Made> made) {
    private PublishedFile with(Optional<DumpFolder.Made> found) {
      return new PublishedFile(
          extension,
          mediaType,
          path,
          found.map(each -> new Made(each.bytes(), each.digests().sha512())));
    }
  }

  /**
   * What is known of a file that was made.
   *
   * @param bytes its length
   * @param sha512 digest of its bytes, lower-case hexadecimal; empty if it was made before that was
   *     computed
   */
  public record Made(long bytes, String sha512) {}

  /** The files of a scheme. */
  public List<PublishedFile> of(PublishedScheme scheme) {
    Whole whole = Whole.of(scheme);
    return addresses(scheme).stream().map(each -> known(whole, each)).toList();
  }

  /** The files of a correspondence. */
  public List<PublishedFile> of(PublishedCorrespondence published) {
    Whole whole = Whole.of(published);
    return addresses(published).stream().map(each -> known(whole, each)).toList();
  }

  /** The files of a scheme, whether made or not. */
  public static List<PublishedFile> addresses(PublishedScheme scheme) {
    return addresses(Syntax.OF_SCHEMES, "/data/vocab/" + scheme.scheme().id());
  }

  /** The files of a correspondence, whether made or not. */
  public static List<PublishedFile> addresses(PublishedCorrespondence published) {
    return addresses(Syntax.OF_CORRESPONDENCES, "/data/" + Whole.of(published).name());
  }

  /** The files of a scheme, known where they were made; none is made. */
  public static List<PublishedFile> found(Instance instance, PublishedScheme scheme) {
    return found(instance, Whole.of(scheme), addresses(scheme));
  }

  /** The files of a correspondence, known where they were made; none is made. */
  public static List<PublishedFile> found(Instance instance, PublishedCorrespondence published) {
    return found(instance, Whole.of(published), addresses(published));
  }

  private static List<PublishedFile> found(
      Instance instance, Whole whole, List<PublishedFile> files) {
    Dumps dumps = new Dumps(instance);
    return files.stream()
        .map(each -> each.with(dumps.find(whole, Syntax.of(each.extension(), whole.syntaxes()))))
        .toList();
  }

  /** Changes whenever there is more to know of a file. */
  public long version() {
    return dumps.made();
  }

  private static List<PublishedFile> addresses(List<Syntax> syntaxes, String path) {
    return syntaxes.stream()
        .map(each ->
            new PublishedFile(
                each.extension(),
                each.mediaType(),
                path + "." + each.extension(),
                Optional.empty()))
        .toList();
  }

  private PublishedFile known(Whole whole, PublishedFile file) {
    Syntax syntax = Syntax.of(file.extension(), whole.syntaxes());
    Optional<DumpFolder.Made> made = dumps.find(whole, syntax);
    if (made.isEmpty()) {
      makeLater(whole, syntax);
    }
    return file.with(made);
  }

  private void makeLater(Whole whole, Syntax syntax) {
    String key = whole.folder() + "." + syntax.extension() + "/" + whole.release().hash();
    if (asked.add(key)) {
      maker.execute(() -> make(whole, syntax, key));
    }
  }

  private void make(Whole whole, Syntax syntax, String key) {
    try {
      dumps.make(whole, syntax);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{}.{} ne peut pas être écrit", whole.name(), syntax.extension(), e);
    } finally {
      // Who empties the folder has its files made again.
      asked.remove(key);
    }
  }

  @PreDestroy
  void close() {
    maker.shutdownNow();
  }
}
