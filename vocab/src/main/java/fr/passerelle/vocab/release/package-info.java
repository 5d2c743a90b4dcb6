/** Releases through time: kept as files, published by one switch, read as one snapshot. */
@NullMarked
package fr.passerelle.vocab.release;

import org.jspecify.annotations.NullMarked;
