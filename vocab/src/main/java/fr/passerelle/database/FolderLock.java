package fr.passerelle.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock that makes a process the owner of a data folder, until it is closed or the process ends.
 *
 * <p>On POSIX systems a process loses its locks on a file as soon as it closes <em>any</em> channel
 * on it, so a folder held by this very process is known from memory: its file is not opened again.
 */
final class FolderLock implements AutoCloseable {
  private static final Map<DataFolder, FolderLock> HELD = new ConcurrentHashMap<>();

  private final DataFolder folder;
  private final Holder holder;
  private final FileChannel channel;

  /**
   * Who holds a lock.
   *
   * @param role what for
   * @param pid number of the process
   */
  record Holder(Role role, long pid) {}

  private FolderLock(DataFolder folder, Holder holder, FileChannel channel) {
    this.folder = folder;
    this.holder = holder;
    this.channel = channel;
  }

  /** The lock, or none if a process (this one included) holds it. */
  static Optional<FolderLock> take(DataFolder folder, Role role) {
    synchronized (HELD) {
      if (HELD.containsKey(folder)) {
        return Optional.empty();
      }
      Holder me = new Holder(role, ProcessHandle.current().pid());
      try {
        Optional<FolderLock> lock = lock(folder, me);
        lock.ifPresent(taken -> HELD.put(folder, taken));
        return lock;
      } catch (IOException e) {
        throw new DatabaseUnavailableException(
            "le verrou %s ne peut pas être pris : %s".formatted(folder.lock(), e.getMessage()), e);
      }
    }
  }

  /** Who holds the folder; none if nobody does, or has not yet said who it is. */
  static Optional<Holder> holder(DataFolder folder) {
    synchronized (HELD) {
      FolderLock here = HELD.get(folder);
      return here != null ? Optional.of(here.holder) : read(folder);
    }
  }

  @Override
  public void close() {
    synchronized (HELD) {
      HELD.remove(folder, this);
      try (channel) {
        channel.truncate(0);
      } catch (IOException e) {
        throw new DatabaseUnavailableException("le verrou ne se libère pas", e);
      }
    }
  }

  private static Optional<FolderLock> lock(DataFolder folder, Holder me) throws IOException {
    FileChannel channel = FileChannel.open(folder.lock(), CREATE, WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return Optional.empty();
    }
    String content = me.role().word() + " " + me.pid() + "\n";
    channel.truncate(0).write(ByteBuffer.wrap(content.getBytes(UTF_8)));
    return Optional.of(new FolderLock(folder, me, channel));
  }

  private static Optional<Holder> read(DataFolder folder) {
    try {
      String[] words = Files.readString(folder.lock()).strip().split(" ", -1);
      for (Role role : Role.values()) {
        if (words.length > 1 && role.word().equals(words[0])) {
          return Optional.of(new Holder(role, Long.parseLong(words[1])));
        }
      }
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
