package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;

/**
 * A hop with the concept that it leads to.
 *
 * @param hop what states it
 * @param to where it arrives, as published
 */
record Step(Hop hop, Concept to) {}
