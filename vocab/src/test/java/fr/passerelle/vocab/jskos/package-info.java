/** Tests of JSKOS. */
@NullMarked
package fr.passerelle.vocab.jskos;

import org.jspecify.annotations.NullMarked;
