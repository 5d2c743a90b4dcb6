package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.observation.Method;
import fr.passerelle.vocab.Licence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A protected table to take in.
 *
 * @param file as {@code ./passerelle protect} made it
 * @param supplier who delivered what it was made of
 * @param issued date given by the producer
 * @param licence under which it is published
 * @param opens first day on which it is public
 * @param dryRun whether only to check
 * @param method how its values were made, as far as it is declared
 */
public record ProtectedOrder(
    Path file,
    String supplier,
    Optional<LocalDate> issued,
    Optional<Licence> licence,
    Optional<LocalDate> opens,
    boolean dryRun,
    Method method) {
  /** One of which nothing is declared. */
  public ProtectedOrder(
      Path file,
      String supplier,
      Optional<LocalDate> issued,
      Optional<Licence> licence,
      Optional<LocalDate> opens,
      boolean dryRun) {
    this(file, supplier, issued, licence, opens, dryRun, Method.UNDECLARED);
  }
}
