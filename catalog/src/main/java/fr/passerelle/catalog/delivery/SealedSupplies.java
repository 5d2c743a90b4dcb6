package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.agreement.Conventions;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Method;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.sealing.Seal;
import fr.passerelle.catalog.secrecy.sealing.SealedInbox;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raw figures on their way: sealed as they arrive, protected by another process that alone can read
 * them, and taken in once that process has handed a protected table back
 * (docs/decisions/0026-protect-once-then-add-up.md).
 */
public final class SealedSupplies {
  private static final Logger LOG = LoggerFactory.getLogger(SealedSupplies.class);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Deliveries deliveries;
  private final Conventions conventions;
  private final SealedStore store;
  private final Places places;
  private final Clock clock;

  /**
   * Where things are.
   *
   * @param inbox where sealed files wait
   * @param outbox where protected tables and reports are handed back
   * @param publicKey file of the public key, as {@code ./passerelle protect keys} prints it
   */
  public record Places(Path inbox, Path outbox, Path publicKey) {
    /** The usual ones in a data folder. */
    public static Places in(Path data) {
      return new Places(
          data.resolve(SealedInbox.FOLDER),
          data.resolve(ProtectedFile.FOLDER),
          data.resolve(Seal.FILE));
    }
  }

  SealedSupplies(
      Conventions conventions,
      Deliveries deliveries,
      SealedStore store,
      Places places,
      Clock clock) {
    this.conventions = conventions;
    this.deliveries = deliveries;
    this.store = store;
    this.places = places;
    this.clock = clock;
  }

  /**
   * A raw delivery that was sealed.
   *
   * @param name its name, by which its supplier asks what became of it
   * @param fiche the fiche navette
   * @param supplier who delivered it
   * @param receivedAt when
   * @param receipt receipt of the protected table made of it; empty while it waits, or refused
   * @param refusal why it was refused, a line each, without any cell; empty where it was not
   * @param treatedAt when it was taken in or refused
   */
  public record Sealed(
      String name,
      String fiche,
      String supplier,
      Instant receivedAt,
      Optional<String> receipt,
      List<String> refusal,
      Optional<Instant> treatedAt) {
    public Sealed {
      refusal = List.copyOf(refusal);
    }
  }

  /**
   * Seals a raw file as it is read, in constant memory: nothing of it is kept readable.
   *
   * @param held fiche whose values are ours to protect
   * @param raw what is sent; not closed here
   * @param mostBytes longer ones are refused
   * @throws RefusedException where no key was given to seal with, or it is too long
   */
  Sealed seal(
      Conventions.Held held, int vintage, Optional<Period> period, InputStream raw, long mostBytes)
      throws IOException {
    Seal seal = key();
    TableOrder order =
        held.fiche()
            .raw()
            .orElseThrow()
            .order(
                held.fiche().format(), held.fiche().protection(), indicator(held), vintage, period);
    byte[] random = new byte[6];
    RANDOM.nextBytes(random);
    Sealed sealed =
        new Sealed(
            held.fiche().id() + "-" + HexFormat.of().formatHex(random),
            held.fiche().id(),
            held.convention().supplier(),
            clock.instant(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    Path file = new SealedInbox(places.inbox()).deposit(seal, sealed.name(), order, raw, mostBytes);
    try {
      store.add(sealed);
    } catch (RuntimeException e) {
      // Without a row it would be protected and never taken in.
      Files.deleteIfExists(file);
      throw e;
    }
    return sealed;
  }

  private Seal key() throws IOException {
    if (!Files.exists(places.publicKey())) {
      throw RefusedException.of(
          "clé publique",
          "public-key",
          "le service n'a pas de clé de scellement : l'opérateur la fait par « passerelle protect"
              + " keys » ; rien n'a été gardé de ce qui a été envoyé");
    }
    return Seal.of(Files.readString(places.publicKey()));
  }

  private Indicator indicator(Conventions.Held held) {
    return deliveries.indicators().stream()
        .filter(each -> each.id().equals(held.fiche().indicator()))
        .findFirst()
        .orElseThrow();
  }

  /** The raw delivery of that name. */
  public Optional<Sealed> find(String name) {
    return store.find(name);
  }

  /** What was received and not refused, whether protected yet or not. */
  List<SupplyFollowUp.Received> received() {
    return store.list().stream()
        .filter(each -> each.refusal().isEmpty())
        .map(each ->
            new SupplyFollowUp.Received(
                each.fiche(), LocalDate.ofInstant(each.receivedAt(), ZoneOffset.UTC)))
        .toList();
  }

  /**
   * Takes in what was handed back since the last time: protected tables, under the licence and the
   * embargo that their fiches have now, and reports. One that cannot be read stays for the next
   * time, and the others do not wait for it.
   *
   * @return how many were treated
   */
  public int takeIn() throws IOException {
    int treated = 0;
    for (Sealed each : store.list()) {
      if (each.treatedAt().isPresent()) {
        continue;
      }
      try {
        treated += takeIn(each) ? 1 : 0;
      } catch (RefusedException e) {
        LOG.warn("{} n'est pas pris : {}", each.name(), e.getMessage());
      }
    }
    return treated;
  }

  private boolean takeIn(Sealed sealed) throws IOException {
    Path table = places.outbox().resolve(sealed.name() + ProtectedFile.SUFFIX);
    Path report = places.outbox().resolve(sealed.name() + ProtectedFile.REFUSED);
    if (Files.exists(table)) {
      Optional<Conventions.Held> held = conventions.find(sealed.fiche());
      Deliveries.Report taken =
          deliveries.acceptProtected(
              new ProtectedOrder(
                  table,
                  sealed.supplier(),
                  Optional.empty(),
                  held.flatMap(each -> each.fiche().licence()),
                  held.flatMap(each -> each.fiche().opens(conventions.today())),
                  /* dryRun= */ false,
                  held.map(each -> each.fiche().format().method()).orElse(Method.UNDECLARED)));
      store.treated(sealed.name(), taken.delivery().receipt(), null, clock.instant());
      return true;
    }
    if (Files.exists(report)) {
      store.treated(sealed.name(), null, Files.readString(report), clock.instant());
      return true;
    }
    return false;
  }
}
