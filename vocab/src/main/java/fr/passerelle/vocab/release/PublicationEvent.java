package fr.passerelle.vocab.release;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A release became the published one of its edition: imported, chosen or taken up again.
 *
 * @param edition identifier of the edition
 * @param release name of the release
 * @param issued date its producer gives
 * @param at when
 * @param isPublic whether it has a licence; else the edition left every public channel by it
 */
public record PublicationEvent(
    String edition, String release, LocalDate issued, Instant at, boolean isPublic) {}
