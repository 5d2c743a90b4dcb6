package fr.passerelle.vocab.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A note of the release files that were served last, for the next start to guess from. It may be
 * lost, stale or broken: then the guess is a wrong one, which costs time and nothing else.
 */
final class LastServed {
  /** As {@link Publication} names them: a file in the folder of its edition, never above. */
  private static final Pattern FILE = Pattern.compile("[\\w-]+/[\\w-][\\w. -]*\\.jsonl\\.gz");

  /** Characters; a note is some hundred. */
  private static final long LONGEST = 1 << 16;

  private static final Logger LOG = LoggerFactory.getLogger(LastServed.class);

  private final Path note;

  /**
   * @param indexes folder of what can be made again, as the note is
   */
  LastServed(Path indexes) {
    this.note = indexes.resolve("last-served");
  }

  /** Whether that is the name of a release file, in the folder of releases. */
  static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }

  /** Names of files relative to the folder of releases; what is no such name is passed over. */
  List<String> files() {
    try {
      if (Files.notExists(note) || Files.size(note) > LONGEST) {
        return List.of();
      }
      return Files.readString(note).lines().filter(LastServed::isFile).distinct().toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be read", note, e);
      return List.of();
    }
  }

  void remember(List<String> files) {
    if (files.equals(files())) {
      return;
    }
    try {
      Files.createDirectories(note.toAbsolutePath().getParent());
      Path part = note.resolveSibling(note.getFileName() + ".part");
      Files.writeString(part, String.join("\n", files) + "\n");
      Files.move(part, note, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.debug("{} cannot be written", note, e);
    }
  }
}
