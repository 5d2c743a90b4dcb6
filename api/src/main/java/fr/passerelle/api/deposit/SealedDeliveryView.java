package fr.passerelle.api.deposit;

import fr.passerelle.catalog.delivery.SealedSupplies;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery that was sealed as it arrived.
 *
 * @param name its name
 * @param fiche the fiche navette that it is under
 * @param state waiting (to be protected), accepted, or refused
 * @param receivedAt when it was sealed
 * @param treatedAt when it was taken in or refused; null while it waits
 * @param receipt receipt of the protected table made of it; null where there is none
 * @param report why it was refused, a line each: place, rule and what to do, without any cell
 */
@Serdeable
@Schema(name = "SealedDelivery")
public record SealedDeliveryView(
    String name,
    String fiche,
    String state,
    Instant receivedAt,
    @Nullable Instant treatedAt,
    @Nullable String receipt,
    List<String> report) {
  static SealedDeliveryView of(SealedSupplies.Sealed sealed) {
    return new SealedDeliveryView(
        sealed.name(),
        sealed.fiche(),
        state(sealed),
        sealed.receivedAt(),
        sealed.treatedAt().orElse(null),
        sealed.receipt().orElse(null),
        sealed.refusal());
  }

  private static String state(SealedSupplies.Sealed sealed) {
    if (sealed.treatedAt().isEmpty()) {
      return "waiting";
    }
    return sealed.receipt().isPresent() ? "accepted" : "refused";
  }
}
