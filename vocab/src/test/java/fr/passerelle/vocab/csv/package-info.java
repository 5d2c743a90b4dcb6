/** Tests of CSV. */
@NullMarked
package fr.passerelle.vocab.csv;

import org.jspecify.annotations.NullMarked;
