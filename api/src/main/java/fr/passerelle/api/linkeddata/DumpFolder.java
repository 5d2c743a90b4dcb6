package fr.passerelle.api.linkeddata;

import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.skos.Skos;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gzipped dumps on disk: {@code {scheme}/{key}.{ext}.gz}. Each is made once, however many ask for
 * it, and appears whole; those of the same scheme and syntax that it replaces are deleted.
 */
final class DumpFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DumpFolder.class);

  private static final int BUFFER = 1 << 16;
  private static final String PART = ".part";

  /** A part older than that was left by a process that died. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path folder;
  private final Skos skos;
  private final Map<String, Object> locks = new ConcurrentHashMap<>();

  /** Making a dump takes a processor for seconds: the rest of the service keeps the others. */
  private final Semaphore making = new Semaphore(2);

  DumpFolder(Path folder, Uris uris) {
    this.folder = folder;
    this.skos = new Skos(uris);
  }

  /** Opens the gzipped bytes of that dump, made if need be. */
  InputStream open(Dump dump, Snapshot snapshot) throws IOException {
    try {
      return Files.newInputStream(file(dump, snapshot));
    } catch (NoSuchFileException e) {
      // Replaced between the look and the reading: a release came at that moment.
      return Files.newInputStream(file(dump, snapshot));
    }
  }

  private Path file(Dump dump, Snapshot snapshot) throws IOException {
    Path file = folder.resolve(dump.folder()).resolve(dump.fileName());
    if (Files.exists(file)) {
      return file;
    }
    synchronized (locks.computeIfAbsent(dump.folder() + dump.suffix(), key -> new Object())) {
      if (!Files.exists(file)) {
        Files.createDirectories(folder.resolve(dump.folder()));
        making.acquireUninterruptibly();
        try {
          make(dump, snapshot, file);
        } finally {
          making.release();
        }
        deleteReplaced(dump);
      }
    }
    return file;
  }

  private void make(Dump dump, Snapshot snapshot, Path file) throws IOException {
    Path part = Files.createTempFile(file.getParent(), dump.key(), PART);
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              new GZIPOutputStream(Files.newOutputStream(part), BUFFER), BUFFER)) {
        skos.dump(
            dump.format(),
            out,
            dump.scheme().release(),
            dump.scheme().scheme(),
            ref -> snapshot.inverse(ref).toList());
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void deleteReplaced(Dump made) throws IOException {
    FileTime abandoned = FileTime.from(Instant.now().minus(ABANDONED));
    try (Stream<Path> files = Files.list(folder.resolve(made.folder()))) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        boolean replaced = name.endsWith(made.suffix()) && !name.equals(made.fileName());
        if (replaced || (name.endsWith(PART) && isOlder(file, abandoned))) {
          delete(file);
        }
      }
    }
  }

  private static boolean isOlder(Path file, FileTime limit) throws IOException {
    try {
      return Files.getLastModifiedTime(file).compareTo(limit) < 0;
    } catch (NoSuchFileException e) {
      return false; // a part that has become a dump meanwhile
    }
  }

  /** A file that stays costs room, not truth: the next dump made tries again. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} ne peut pas être effacé", file, e);
    }
  }
}
