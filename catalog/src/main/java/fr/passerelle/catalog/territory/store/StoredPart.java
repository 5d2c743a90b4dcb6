package fr.passerelle.catalog.territory.store;

import fr.passerelle.vocab.Licence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The row of a part.
 *
 * @param file its file, in the folder of releases
 * @param edition what it is a state of
 * @param release name of the state
 * @param issued date given by the producer
 * @param author who made it
 * @param source names of the files it was read in
 * @param contentSha256 what its content is known by
 * @param licence what was declared; nothing of it is used without
 * @param importedAt when
 */
public record StoredPart(
    String file,
    String edition,
    String release,
    LocalDate issued,
    String author,
    String source,
    String contentSha256,
    Optional<Licence> licence,
    Instant importedAt) {}
