/**
 * Text search over published concepts: one index per release, one search over those in use.
 *
 * <p>{@link fr.passerelle.vocab.search.ReleaseIndex} writes and opens the index of a release, an
 * artefact that can be rebuilt at any time; {@link fr.passerelle.vocab.search.ConceptSearch}
 * answers over several of them. The unit of the index is a label, not a concept: all words of a
 * text are to be found in one label, that label says what matched, and its length, its place and
 * its equality with the text rank it. A concept is worth its best label.
 */
@NullMarked
package fr.passerelle.vocab.search;

import org.jspecify.annotations.NullMarked;
