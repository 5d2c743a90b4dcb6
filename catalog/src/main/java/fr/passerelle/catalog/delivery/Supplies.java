package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.agreement.Conventions;
import fr.passerelle.catalog.agreement.Fiche;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Deliveries of suppliers under their fiches navettes: what is agreed is checked first, then the
 * file, then all of it is accepted or nothing.
 */
public final class Supplies {
  private final Conventions conventions;
  private final Deliveries deliveries;
  private final SealedSupplies sealed;

  private Supplies(Conventions conventions, Deliveries deliveries, SealedSupplies sealed) {
    this.conventions = conventions;
    this.deliveries = deliveries;
    this.sealed = sealed;
  }

  /**
   * Deliveries under the conventions of a database.
   *
   * @param places where raw figures wait, sealed
   */
  public static Supplies open(
      DataSource dataSource, Deliveries deliveries, SealedSupplies.Places places, Clock clock) {
    Conventions conventions = new Conventions(dataSource, deliveries::indicators, clock);
    return new Supplies(
        conventions,
        deliveries,
        new SealedSupplies(conventions, deliveries, new SealedStore(dataSource), places, clock));
  }

  /** Raw figures on their way. */
  public SealedSupplies sealed() {
    return sealed;
  }

  /** The conventions that deliveries are under. */
  public Conventions conventions() {
    return conventions;
  }

  /** Where sharing stands today. */
  public SupplyFollowUp followUp() {
    Published published = deliveries.published();
    long computable =
        deliveries.indicators().stream()
            .filter(each -> published.of(each).stream().anyMatch(by -> !by.sample()))
            .count();
    return SupplyFollowUp.of(
        conventions.list(),
        deliveries.list(),
        sealed.received(),
        deliveries.indicators().size(),
        (int) computable,
        conventions.today());
  }

  /**
   * A file that is delivered.
   *
   * @param fiche name of the fiche navette
   * @param supplier code of the producer whose key it came with; empty for the operator, who may
   *     deliver for any
   * @param file as it was received
   * @param name name of the file as it was received
   * @param period period of all its values, where its format does not say it
   * @param vintage year of the geographic code of its communes; the reference one by default
   * @param validate whether only to check
   */
  public record Supply(
      String fiche,
      String supplier,
      Path file,
      String name,
      Optional<Period> period,
      Optional<Integer> vintage,
      boolean validate) {}

  /**
   * Takes a delivery, whole or not at all. One that is refused is kept for inspection, with its
   * report, unless it was only to be checked.
   *
   * @throws RefusedException with every reason
   * @throws NotTheirsException where the fiche is one of another producer
   */
  public Deliveries.Report deliver(Supply supply, Findings findings) throws IOException {
    Conventions.Held held = theirs(supply.fiche(), supply.supplier());
    // Before anything is kept of it.
    refuseRaw(held.fiche());
    try {
      refuseUnagreed(held);
      refusePeriod(held.fiche(), supply.period());
      return deliveries.accept(order(held, supply), findings);
    } catch (RefusedException e) {
      if (!supply.validate()) {
        deliveries.refuse(
            supply.fiche(), held.convention().supplier(), supply.file(), supply.name(), e);
      }
      throw e;
    }
  }

  /**
   * Whether what is delivered under a fiche is raw, and is to be sealed as it arrives.
   *
   * @param supplier as in {@link Supply#supplier()}
   * @throws RefusedException where there is no such fiche
   * @throws NotTheirsException where it is one of another producer
   */
  public boolean isRaw(String fiche, String supplier) {
    return theirs(fiche, supplier).fiche().raw().isPresent();
  }

  /**
   * Seals a raw delivery as it is read. Whether its figures are sound is known once they are
   * protected, by a process that can read them.
   *
   * @param supplier as in {@link Supply#supplier()}
   * @param raw what is sent; not closed here
   * @param mostBytes longer ones are refused
   * @throws RefusedException where the fiche takes no delivery, or it is too long
   */
  public SealedSupplies.Sealed seal(
      String fiche,
      String supplier,
      Optional<Period> period,
      Optional<Integer> vintage,
      InputStream raw,
      long mostBytes)
      throws IOException {
    Conventions.Held held = theirs(fiche, supplier);
    refuseUnagreed(held);
    refusePeriod(held.fiche(), period);
    return sealed.seal(held, vintage.orElseGet(deliveries::vintage), period, raw, mostBytes);
  }

  private Conventions.Held theirs(String fiche, String supplier) {
    Conventions.Held held =
        conventions
            .find(fiche)
            .orElseThrow(() ->
                RefusedException.of(
                    "fiche",
                    "fiche",
                    "aucune fiche navette « " + fiche + " » ; connues : " + known()));
    if (!supplier.isEmpty() && !supplier.equals(held.convention().supplier())) {
      throw new NotTheirsException(fiche);
    }
    return held;
  }

  private List<String> known() {
    return conventions.list().stream()
        .flatMap(each -> each.fiches().stream())
        .map(Fiche::id)
        .toList();
  }

  private void refuseUnagreed(Conventions.Held held) {
    Fiche fiche = held.fiche();
    if (!held.convention().runs(conventions.today())) {
      throw RefusedException.of(
          fiche.id(),
          "convention",
          "la convention %s court du %s au %s : ce qui est publié le reste, rien de nouveau n'est pris avant qu'elle soit renouvelée"
              .formatted(
                  held.convention().id(), held.convention().begins(), held.convention().ends()));
    }
    if (!fiche.state().delivers()) {
      throw RefusedException.of(
          fiche.id(),
          "state",
          "cette fiche est « %s »%s : les livraisons sont prises une fois la fiche convenue (agreed)"
              .formatted(
                  fiche.state().id(), fiche.reason().isEmpty() ? "" : " (" + fiche.reason() + ")"));
    }
  }

  private static void refuseRaw(Fiche fiche) {
    if (fiche.raw().isPresent()) {
      throw RefusedException.of(
          fiche.id(),
          "protection",
          "cette fiche demande que l'observatoire protège les valeurs (%s) : elles ne sont reçues que scellées, sans contrôle préalable"
              .formatted(fiche.protection().legalBasis()));
    }
  }

  private static void refusePeriod(Fiche fiche, Optional<Period> period) {
    boolean says = fiche.format().columns().stream().anyMatch(Format.Column.When.class::isInstance);
    if (!says && period.isEmpty()) {
      throw RefusedException.of(
          "period", "period", "le format de cette fiche ne dit pas la période : la donner");
    }
    if (period.filter(each -> says || !fiche.covers(each)).isPresent()) {
      throw RefusedException.of(
          "period",
          "period",
          says
              ? "le format de cette fiche dit la période ligne par ligne : ne pas la donner"
              : "hors des périodes de la fiche navette");
    }
  }

  private Deliveries.Order order(Conventions.Held held, Supply supply) {
    Fiche fiche = held.fiche();
    return new Deliveries.Order(
        supply.file(),
        supply.name(),
        fiche.format(),
        fiche.id(),
        held.convention().supplier(),
        supply.vintage().orElseGet(deliveries::vintage),
        supply.period(),
        Optional.empty(),
        fiche.licence(),
        fiche.opens(conventions.today()),
        fiche::covers,
        supply.validate());
  }

  /**
   * Takes a delivery back, for the supplier whose mistake it is or for the operator.
   *
   * @param supplier code of the producer whose key asks; empty for the operator
   * @return whether there was one to take back
   * @throws NotTheirsException where it is one of another producer
   */
  public boolean withdraw(String receipt, String supplier, String reason) {
    Optional<Delivery> delivery = deliveries.find(receipt);
    if (delivery.isPresent()
        && !supplier.isEmpty()
        && !delivery.get().supplier().equals(supplier)) {
      throw new NotTheirsException(receipt);
    }
    return deliveries.withdraw(receipt, reason);
  }

  /** What a producer asks for is another one's. */
  public static final class NotTheirsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTheirsException(String what) {
      super(what + " est d'un autre producteur que celui de la clé");
    }
  }
}
