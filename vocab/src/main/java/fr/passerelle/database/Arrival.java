package fr.passerelle.database;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that comes to a data folder, and becomes its owner or a guest.
 *
 * @param folder the data folder
 * @param role what for
 * @param patience how long to wait
 * @param told whether the wait was announced
 */
record Arrival(DataFolder folder, Role role, Patience patience, AtomicBoolean told) {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  Arrival(DataFolder folder, Role role, Patience patience) {
    this(folder, role, patience, new AtomicBoolean());
  }

  /**
   * Owner if the lock is free, else guest of its holder; a service is never a guest.
   *
   * @throws DatabaseUnavailableException if neither comes true in time
   */
  Tenure settle() {
    Duration atMost =
        switch (role) {
          case SERVICE -> patience.command();
          case COMMAND -> patience.holder();
        };
    return Poll.first(atMost, this::look).orElseThrow(this::given);
  }

  private Optional<Tenure> look() {
    Optional<FolderLock> lock = FolderLock.take(folder, role);
    if (lock.isPresent()) {
      return Optional.of(Owner.start(lock.get(), folder, role, patience));
    }
    return switch (role) {
      case SERVICE -> standBy();
      case COMMAND -> joinHolder();
    };
  }

  private Optional<Tenure> joinHolder() {
    Optional<String> url = new Cluster(folder).url();
    return url.flatMap(
        address -> Presence.join(address).map(presence -> new Tenure.Guest(address, presence)));
  }

  private Optional<Tenure> standBy() {
    FolderLock.holder(folder)
        .ifPresent(holder -> {
          if (holder.role() == Role.SERVICE) {
            throw new DatabaseUnavailableException(
                "ce dossier est déjà servi par le processus %d : %s"
                    .formatted(holder.pid(), folder.root()));
          }
          if (told.compareAndSet(false, true)) {
            LOG.info("Une commande (processus {}) utilise la base : attente.", holder.pid());
          }
        });
    return Optional.empty();
  }

  private DatabaseUnavailableException given() {
    String holder =
        FolderLock.holder(folder)
            .map(known -> "le processus " + known.pid())
            .orElse("un autre processus");
    return new DatabaseUnavailableException(
        switch (role) {
          case SERVICE ->
              "%s utilise toujours %s : attendez qu'il ait fini, ou arrêtez-le"
                  .formatted(holder, folder.root());
          case COMMAND ->
              "%s tient %s mais sa base ne répond pas : arrêtez-le, ou attendez qu'il ait démarré"
                  .formatted(holder, folder.root());
        });
  }
}
