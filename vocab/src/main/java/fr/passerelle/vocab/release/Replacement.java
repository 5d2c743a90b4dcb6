package fr.passerelle.vocab.release;

import fr.passerelle.vocab.ConceptRef;

/**
 * What a person may put in the place of a code, never put there by itself.
 *
 * @param ref the code proposed
 * @param label its label
 * @param reason why, in French
 */
public record Replacement(ConceptRef ref, String label, String reason) {}
