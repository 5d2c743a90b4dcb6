package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.agreement.Conventions;
import fr.passerelle.catalog.agreement.Fiche;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Deliveries of suppliers under their fiches navettes: what is agreed is checked first, then the
 * file, then all of it is accepted or nothing.
 */
public final class Supplies {
  private final Conventions conventions;
  private final Deliveries deliveries;

  /** Deliveries under those conventions. */
  public Supplies(Conventions conventions, Deliveries deliveries) {
    this.conventions = conventions;
    this.deliveries = deliveries;
  }

  /** The conventions that deliveries are under. */
  public Conventions conventions() {
    return conventions;
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
    Conventions.Held held =
        conventions
            .find(supply.fiche())
            .orElseThrow(() ->
                RefusedException.of(
                    "fiche",
                    "fiche",
                    "aucune fiche navette « " + supply.fiche() + " » ; connues : " + known()));
    if (!supply.supplier().isEmpty() && !supply.supplier().equals(held.convention().supplier())) {
      throw new NotTheirsException(supply.fiche());
    }
    try {
      refuseUnagreed(held, supply);
      return deliveries.accept(order(held, supply), findings);
    } catch (RefusedException e) {
      if (!supply.validate()) {
        deliveries.refuse(
            supply.fiche(), held.convention().supplier(), supply.file(), supply.name(), e);
      }
      throw e;
    }
  }

  private List<String> known() {
    return conventions.list().stream()
        .flatMap(each -> each.fiches().stream())
        .map(Fiche::id)
        .toList();
  }

  private void refuseUnagreed(Conventions.Held held, Supply supply) {
    Fiche fiche = held.fiche();
    if (!held.convention().runs(conventions.today())) {
      throw RefusedException.of(
          supply.fiche(),
          "convention",
          "la convention %s court du %s au %s : ce qui est publié le reste, rien de nouveau n'est pris avant qu'elle soit renouvelée"
              .formatted(
                  held.convention().id(), held.convention().begins(), held.convention().ends()));
    }
    if (!fiche.state().delivers()) {
      throw RefusedException.of(
          supply.fiche(),
          "state",
          "cette fiche est « %s »%s : les livraisons sont prises une fois la fiche convenue (agreed)"
              .formatted(
                  fiche.state().id(), fiche.reason().isEmpty() ? "" : " (" + fiche.reason() + ")"));
    }
    if (fiche.protection().kind() == Protection.Kind.OURS) {
      throw RefusedException.of(
          supply.fiche(),
          "protection",
          "cette fiche demande que l'observatoire protège les valeurs (%s) : la livrer par « passerelle protect », jamais brute"
              .formatted(fiche.protection().legalBasis()));
    }
    boolean says = fiche.format().columns().stream().anyMatch(Format.Column.When.class::isInstance);
    if (!says && supply.period().isEmpty()) {
      throw RefusedException.of(
          "period", "period", "le format de cette fiche ne dit pas la période : la donner");
    }
    if (supply.period().filter(each -> says || !fiche.covers(each)).isPresent()) {
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
        fiche.embargoDays() == 0
            ? Optional.empty()
            : Optional.of(conventions.today().plusDays(fiche.embargoDays())),
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
