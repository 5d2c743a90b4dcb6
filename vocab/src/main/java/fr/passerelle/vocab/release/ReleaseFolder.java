package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.search.ReleaseIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Releases on disk: their files, and the search indexes that can be made again from them. */
final class ReleaseFolder {
  /** How long a search that began before a switch may still read the index it began with. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseFolder.class);

  private final Path releases;
  private final Path indexes;
  private final Redaction redaction;

  ReleaseFolder(Path releases, Path indexes, Redaction redaction) {
    this.releases = releases;
    this.indexes = indexes;
    this.redaction = redaction;
  }

  void write(StoredRelease row, Release release) throws IOException {
    ReleaseFile.write(release, releases.resolve(row.file()));
  }

  void writeIndex(StoredRelease row, Release release) throws IOException {
    ReleaseIndex.write(redaction.searched(row, release), indexFolder(row));
  }

  /** A delivery is kept as a release is, but nobody searches it. */
  void write(StoredDelivery row, Release release) throws IOException {
    ReleaseFile.write(release, releases.resolve(row.file()));
  }

  /** What was delivered, if its file is there and whole. */
  Optional<Release> find(StoredDelivery row) {
    try {
      return Optional.of(read(row.file()));
    } catch (IOException | RuntimeException e) {
      LOG.warn("la livraison {} de {} ne peut pas être lue", row.issued(), row.edition(), e);
      return Optional.empty();
    }
  }

  /** A file that cannot be deleted takes room and is read by nobody. */
  void delete(StoredDelivery row) {
    try {
      Files.deleteIfExists(releases.resolve(row.file()));
    } catch (IOException e) {
      LOG.warn("{} ne peut pas être supprimé", row.file(), e);
    }
  }

  Release read(String file) throws IOException {
    return ReleaseFile.read(releases.resolve(file));
  }

  Release read(StoredRelease row) throws IOException {
    try {
      return read(row.file());
    } catch (NoSuchFileException e) {
      throw new IOException(
          "le fichier de "
              + row.edition()
              + " "
              + row.release()
              + " manque dans le dossier de données : "
              + row.file(),
          e);
    }
  }

  /** The release, if its file is there and whole. */
  Optional<Release> find(StoredRelease row) {
    try {
      return Optional.of(read(row));
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} {} ne peut pas être lue", row.edition(), row.release(), e);
      return Optional.empty();
    }
  }

  /** What the other editions publish, each read when it is asked for, what is lost left out. */
  Stream<Release> others(List<StoredRelease> published, String edition) {
    return published.stream()
        .filter(each -> !each.edition().equals(edition))
        .flatMap(each -> find(each).stream());
  }

  /** The index of a release, made again if it is not there or was made by another version. */
  ReleaseIndex index(StoredRelease row, Release release) throws IOException {
    Optional<ReleaseIndex> index = ReleaseIndex.open(indexFolder(row));
    if (index.isPresent()) {
      return index.get();
    }
    Files.createDirectories(indexes);
    ReleaseIndex.write(redaction.searched(row, release), indexFolder(row));
    return ReleaseIndex.open(indexFolder(row))
        .orElseThrow(() -> new IOException("index of " + row.file() + " cannot be made"));
  }

  /** The index, with all words, of the release of that file, if there is a sound one. */
  Optional<ReleaseIndex> findIndex(String file) {
    return ReleaseIndex.open(indexFolder(file, ""));
  }

  /** An index that shows no synonyms is another one, as a licence or a permission may come. */
  private Path indexFolder(StoredRelease row) {
    return indexFolder(row.file(), redaction.applies(row) ? "-restreint" : "");
  }

  private Path indexFolder(String file, String suffix) {
    return indexes.resolve(file.replace(".jsonl.gz", suffix));
  }

  void closeLater(AutoCloseable index) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(GRACE);
            index.close();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (Exception e) {
            LOG.warn("an index stays open", e);
          }
        });
  }
}
