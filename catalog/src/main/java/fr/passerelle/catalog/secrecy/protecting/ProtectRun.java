package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.sealing.SealedInbox;
import fr.passerelle.catalog.secrecy.sealing.SealedOrder;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Protects the sealed deliveries that wait: each becomes a protected file, or a report of what is
 * wrong with it. A raw figure is in memory while its delivery is treated, and in no file.
 */
public final class ProtectRun {
  private final KeyFolder keys;
  private final SealedInbox inbox;
  private final Path outbox;
  private final Geography geography;

  /**
   * A run.
   *
   * @param inbox where sealed deliveries wait; nothing in it is changed
   * @param outbox where protected files and reports go; deliveries that have one are done
   * @param geography the territories by which they are protected
   */
  public ProtectRun(KeyFolder keys, SealedInbox inbox, Path outbox, Geography geography) {
    this.keys = keys;
    this.inbox = inbox;
    this.outbox = outbox;
    this.geography = geography;
  }

  /**
   * What became of a delivery.
   *
   * @param name of the delivery
   * @param file protected file; empty where it was refused
   * @param faults why it was refused
   */
  public record Outcome(String name, Optional<Path> file, List<Fault> faults) {
    public Outcome {
      faults = List.copyOf(faults);
    }
  }

  /** Treats all that wait, in the order of their names, one after another. */
  public List<Outcome> run() throws IOException {
    Files.createDirectories(outbox);
    List<Outcome> all = new ArrayList<>();
    for (String name : inbox.names()) {
      if (!Files.exists(file(name)) && !Files.exists(report(name))) {
        all.add(run(name));
      }
    }
    return all;
  }

  private Outcome run(String name) throws IOException {
    try {
      write(file(name), out -> ProtectedFile.write(protect(name), out));
      return new Outcome(name, Optional.of(file(name)), List.of());
    } catch (RefusedException e) {
      write(report(name), out -> Report.write(e.faults(), out));
      return new Outcome(name, Optional.empty(), e.faults());
    }
  }

  private ProtectedTable protect(String name) throws IOException {
    try (Unsealed unsealed =
        new Unsealed(
            name,
            new BufferedInputStream(Channels.newInputStream(keys.unseal(inbox.sealed(name)))))) {
      try {
        return protect(name, unsealed);
      } catch (RefusedException e) {
        throw unsealed.refusal().orElse(e);
      }
    }
  }

  private ProtectedTable protect(String name, InputStream unsealed) throws IOException {
    TableOrder order = SealedOrder.read(name, unsealed);
    Path pinned = keys.family(order.head().family().name());
    Pins pins = Pins.read(pinned, order);
    pins.check(order);
    Partition units = Units.of(geography, scope(order), kept(order, pins));
    RawTable raw = RawFile.read(name, unsealed, order, geography, units);
    pins.check(raw, geography);
    Partition groups =
        switch (order.head().family().kind()) {
          case COUNTS -> units;
          case MAGNITUDES -> SafeGroups.of(raw, geography);
        };
    // Kept first: were the run killed here, the next one would do the same again.
    pins.and(raw, groups, geography).write(pinned);
    return switch (order.head().family().kind()) {
      case COUNTS ->
          Protector.counts(raw, keys.smallCounts(order.head().protection().threshold()), geography);
      case MAGNITUDES -> Protector.magnitudes(raw, groups, geography);
    };
  }

  /** Groups of magnitudes only ever grow; units of counts are told by the territories alone. */
  private List<Communes> kept(TableOrder order, Pins pins) {
    return switch (order.head().family().kind()) {
      case COUNTS -> List.of();
      case MAGNITUDES -> pins.kept(order, geography);
    };
  }

  private Communes scope(TableOrder order) {
    return Communes.union(
        order.scope().stream()
            .map(code ->
                Territory.parse(code)
                    .flatMap(geography::communes)
                    .orElseThrow(() ->
                        RefusedException.of(
                            order.head().family().name(),
                            "scope",
                            "territoire inconnu dans le champ de la fiche : " + code)))
            .toList());
  }

  private Path file(String name) {
    return outbox.resolve(name + ProtectedFile.SUFFIX);
  }

  private Path report(String name) {
    return outbox.resolve(name + ProtectedFile.REFUSED);
  }

  /** What a file is filled with. */
  private interface Filling {
    void write(OutputStream out) throws IOException;
  }

  /** All of it or nothing. */
  private static void write(Path file, Filling filling) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      filling.write(out);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
