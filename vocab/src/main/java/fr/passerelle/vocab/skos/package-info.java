/**
 * Published vocabularies as RDF: SKOS and XKOS, in four formats, streamed.
 *
 * <p>{@link fr.passerelle.vocab.skos.Skos} is the way in. Concepts are described one by one and
 * written at once, so that a dump of any size holds one concept in memory. Terms of our own are
 * listed in {@code terms.csv}.
 */
@NullMarked
package fr.passerelle.vocab.skos;

import org.jspecify.annotations.NullMarked;
