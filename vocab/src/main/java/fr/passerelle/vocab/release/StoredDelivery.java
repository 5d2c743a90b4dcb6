package fr.passerelle.vocab.release;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A delivery of an edition as the database knows it.
 *
 * @param edition identifier of the edition
 * @param issued date its producer gives
 * @param sourceSha256 hash of the file that was delivered
 * @param sourceName name of that file
 * @param file what was read of it, as a release file relative to the folder of releases
 * @param arrivedAt when it was imported
 */
public record StoredDelivery(
    String edition,
    LocalDate issued,
    String sourceSha256,
    String sourceName,
    String file,
    Instant arrivedAt) {}
