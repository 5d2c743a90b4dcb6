/**
 * Formacode as Centre Inffo gives it out: the terms of V14, their broad domains, the tree of V13,
 * and how the terms of V13 are found again in V14.
 *
 * <p>Entry points: {@link fr.passerelle.vocab.formacode.FormacodeFile} and {@link
 * fr.passerelle.vocab.formacode.FormacodeSuccession}.
 */
@NullMarked
package fr.passerelle.vocab.formacode;

import org.jspecify.annotations.NullMarked;
