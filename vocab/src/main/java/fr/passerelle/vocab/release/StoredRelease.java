package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Licence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A release as the database knows it.
 *
 * @param edition identifier of the edition
 * @param release name of the release in the edition
 * @param contentSha256 hash of what it says
 * @param file its file, relative to the folder of releases
 * @param sourceName name of the file it was read from
 * @param sourceSha256 hash of that file
 * @param issued date its producer gives
 * @param sample whether it is only a sample
 * @param licence licence declared; empty if none, and then it is not public
 * @param concepts number of concepts
 * @param report report of its import, JSON
 * @param importedAt when it was imported
 * @param published whether it is the published one of its edition
 * @param waiting whether it was never published: it waits for a person's word
 */
public record StoredRelease(
    String edition,
    String release,
    String contentSha256,
    String file,
    String sourceName,
    String sourceSha256,
    LocalDate issued,
    boolean sample,
    Optional<Licence> licence,
    int concepts,
    String report,
    Instant importedAt,
    boolean published,
    boolean waiting) {}
