package fr.passerelle.catalog.study.form;

import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.StudyKey;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.Visibility;
import java.util.Optional;

/**
 * A study as it is deposited.
 *
 * @param key how its producer names it
 * @param content what its producer says of it
 * @param status where it stands; empty to leave it as it is, and published for a new one
 * @param visibility who may see it; empty to leave it as it is, and public for a new one
 * @param origin where its record comes from
 */
public record Draft(
    StudyKey key,
    Content content,
    Optional<StudyStatus> status,
    Optional<Visibility> visibility,
    RecordOrigin origin) {}
