package fr.passerelle.api.linkeddata;

import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.source.SourceFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gzipped dumps on disk: {@code {scheme}/{key}.{ext}.gz}, each with its digests beside it. Each is
 * made once, however many ask for it, and appears whole; those of the same folder and syntax that
 * it replaces are deleted.
 */
final class DumpFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DumpFolder.class);

  private static final int BUFFER = 1 << 16;
  private static final String PART = ".part";

  /** A part older than that was left by a process that died. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path folder;
  private final Uris uris;
  private final Map<String, Object> locks = new ConcurrentHashMap<>();

  /** Making a dump takes a processor for seconds: the rest of the service keeps the others. */
  private final Semaphore making = new Semaphore(2);

  private final AtomicLong made = new AtomicLong();

  DumpFolder(Path folder, Uris uris) {
    this.folder = folder;
    this.uris = uris;
  }

  /** Number of dumps made since the start: what is known of them changes with it. */
  long made() {
    return made.get();
  }

  /** What is known of a dump if it was made; it is not made now. */
  Optional<Made> find(Dump dump) {
    Path file = file(dump);
    try {
      Optional<Digests> digests = Files.exists(file) ? Digests.find(file) : Optional.empty();
      return digests.isEmpty()
          ? Optional.empty()
          : Optional.of(new Made(inflated(file), digests.get()));
    } catch (IOException e) {
      return Optional.empty(); // replaced at that moment
    }
  }

  /** A gzip file ends with the length of what it holds, modulo 2^32 (RFC 1952); ours are below. */
  private static long inflated(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer end = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      channel.position(channel.size() - Integer.BYTES);
      while (end.hasRemaining() && channel.read(end) >= 0) {
        // read on
      }
      return Integer.toUnsignedLong(end.getInt(0));
    }
  }

  /**
   * A dump that was made.
   *
   * @param bytes length of what it holds, not gzipped
   * @param digests its digests
   */
  record Made(long bytes, Digests digests) {}

  /** Opens the gzipped bytes of that dump, made if need be. */
  InputStream open(Dump dump) throws IOException {
    try {
      return Files.newInputStream(made(dump));
    } catch (NoSuchFileException e) {
      // Replaced between the look and the reading: a release came at that moment.
      return Files.newInputStream(made(dump));
    }
  }

  /** The digests of that dump, made if need be. */
  Digests digests(Dump dump) throws IOException {
    return Digests.find(made(dump))
        .orElseThrow(() -> new IOException("no digests beside " + dump.fileName()));
  }

  /** Length of the gzipped bytes, made if need be. */
  long length(Dump dump) throws IOException {
    return Files.size(made(dump));
  }

  private Path file(Dump dump) {
    return folder.resolve(dump.folder()).resolve(dump.fileName());
  }

  private Path made(Dump dump) throws IOException {
    Path file = file(dump);
    if (Files.exists(file)) {
      return file;
    }
    synchronized (locks.computeIfAbsent(dump.folder() + dump.suffix(), key -> new Object())) {
      if (!Files.exists(file)) {
        Files.createDirectories(folder.resolve(dump.folder()));
        making.acquireUninterruptibly();
        try {
          make(dump, file);
        } finally {
          making.release();
        }
        deleteReplaced(dump);
      }
    }
    return file;
  }

  private void make(Dump dump, Path file) throws IOException {
    Path part = Files.createTempFile(file.getParent(), dump.key(), PART);
    MessageDigest plain = SourceFile.digest();
    MessageDigest gzip = SourceFile.digest();
    MessageDigest sha512 = sha512();
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              new DigestOutputStream(
                  new DigestOutputStream(
                      new GZIPOutputStream(
                          new DigestOutputStream(Files.newOutputStream(part), gzip), BUFFER),
                      plain),
                  sha512),
              BUFFER)) {
        dump.whole().write(uris, dump.syntax(), out);
      }
      // Before the dump itself, so that no dump is ever without them.
      new Digests(hex(plain), hex(gzip), hex(sha512)).write(file);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      made.incrementAndGet();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void deleteReplaced(Dump made) throws IOException {
    FileTime abandoned = FileTime.from(Instant.now().minus(ABANDONED));
    try (Stream<Path> files = Files.list(folder.resolve(made.folder()))) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        boolean replaced = name.endsWith(made.suffix()) && !name.equals(made.fileName());
        if (replaced || (name.endsWith(PART) && isOlder(file, abandoned))) {
          delete(file);
          delete(Digests.beside(file));
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
