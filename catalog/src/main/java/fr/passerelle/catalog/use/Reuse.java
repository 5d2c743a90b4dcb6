package fr.passerelle.catalog.use;

import fr.passerelle.catalog.study.StudyId;
import java.time.Instant;

/**
 * Somebody's use of a study, as a producer or the operator was told of it.
 *
 * @param id its number, in the order of arrival
 * @param study the study
 * @param user the organisation that used it, never a person
 * @param purpose what for, in words
 * @param address where it is to be seen; empty if nowhere
 * @param year year in which it was used
 * @param at when it was recorded
 * @param author who recorded it: the code of a producer, or the operator
 */
public record Reuse(
    long id,
    StudyId study,
    String user,
    String purpose,
    String address,
    int year,
    Instant at,
    String author) {}
