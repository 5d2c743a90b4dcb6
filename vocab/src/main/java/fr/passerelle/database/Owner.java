package fr.passerelle.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the lock of a data folder, runs its PostgreSQL and stops it. */
final class Owner implements Tenure {
  private final FolderLock lock;
  private final Cluster cluster;
  private final String url;
  private final Role role;
  private final Patience patience;
  private final @Nullable Thread atExit;
  private volatile boolean hurried;
  private boolean ended;

  private Owner(FolderLock lock, Cluster cluster, String url, Role role, Patience patience) {
    this.lock = lock;
    this.cluster = cluster;
    this.url = url;
    this.role = role;
    this.patience = patience;
    this.atExit = role == Role.COMMAND ? new Thread(this::endNow, "postgres-stop") : null;
  }

  /** Starts PostgreSQL under a lock just taken, which is given back if that fails. */
  static Owner start(FolderLock lock, DataFolder folder, Role role, Patience patience) {
    Cluster cluster = new Cluster(folder);
    try {
      Owner owner = new Owner(lock, cluster, cluster.start(), role, patience);
      owner.stopAtExit();
      return owner;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public String url() {
    return url;
  }

  /** A service stops at once; a command waits first for those that joined it meanwhile. */
  @Override
  public synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    Optional<Presence> last =
        role == Role.COMMAND
            ? Presence.alone(url, patience.guests(), () -> hurried)
            : Optional.empty();
    try (lock) {
      cluster.stop();
    } finally {
      last.ifPresent(Presence::close);
      forgetExit();
    }
  }

  /**
   * A command that is interrupted must not leave PostgreSQL behind. A service has a life cycle of
   * its own that closes its database last; a hook would stop it while requests still run.
   */
  private void stopAtExit() {
    if (atExit != null) {
      Runtime.getRuntime().addShutdownHook(atExit);
    }
  }

  private void endNow() {
    hurried = true;
    end();
  }

  private void forgetExit() {
    if (atExit != null && !hurried) {
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException e) {
        // The machine is stopping: the hook runs now, and finds nothing left to do.
      }
    }
  }
}
