/** Formacode read from the real files, and from small typed ones with faults. */
@NullMarked
package fr.passerelle.vocab.formacode;

import org.jspecify.annotations.NullMarked;
