/** The documented CSV in which a region writes a vocabulary or a correspondence of its own. */
@NullMarked
package fr.passerelle.vocab.regional;

import org.jspecify.annotations.NullMarked;
