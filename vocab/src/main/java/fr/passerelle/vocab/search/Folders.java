package fr.passerelle.vocab.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Folders that come and go as a whole. */
final class Folders {
  private static final String PASSING = ".passing";

  /** No index takes as long to write: what is older was left by a process that was killed. */
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  private Folders() {}

  /** A new folder beside that one, under a passing name; those left behind are deleted. */
  static Path newBeside(Path folder) throws IOException {
    Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent(), "a root is no index");
    Files.createDirectories(parent);
    String name = folder.getFileName() + PASSING;
    Path made = Files.createTempDirectory(parent, name);
    // The clock of the disk, which may be shared, is the one that dated the others.
    Instant limit = Files.getLastModifiedTime(made).toInstant().minus(LEFT_BEHIND);
    try (Stream<Path> siblings = Files.list(parent)) {
      for (Path sibling : siblings.toList()) {
        if (sibling.getFileName().toString().startsWith(name) && isOlder(sibling, limit)) {
          delete(sibling);
        }
      }
    }
    return made;
  }

  private static boolean isOlder(Path path, Instant limit) throws IOException {
    return Files.exists(path)
        && Files.getLastModifiedTime(path).compareTo(FileTime.from(limit)) < 0;
  }

  /**
   * Puts a finished folder in the place of another. Killed between both moves, there is none, which
   * is the same as never having been written.
   */
  static void replace(Path folder, Path finished) throws IOException {
    if (Files.exists(folder)) {
      Path old = newBeside(folder);
      Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
      Files.move(finished, folder, StandardCopyOption.ATOMIC_MOVE);
      delete(old);
    } else {
      Files.move(finished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Deletes a folder and what it holds, if it is there. */
  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
