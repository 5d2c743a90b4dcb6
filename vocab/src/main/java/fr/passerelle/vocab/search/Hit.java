package fr.passerelle.vocab.search;

import fr.passerelle.vocab.ConceptRef;

/**
 * A concept found.
 *
 * @param ref its name; the concept itself is in the published release
 * @param score how well it answers: higher is better, without unit, comparable within one search
 * @param match what matched best
 */
public record Hit(ConceptRef ref, float score, Match match) {}
