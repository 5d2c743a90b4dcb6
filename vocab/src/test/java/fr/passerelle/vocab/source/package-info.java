/** Tests of reading files from outside. */
@NullMarked
package fr.passerelle.vocab.source;

import org.jspecify.annotations.NullMarked;
