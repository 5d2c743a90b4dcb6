/** Tests of publishing, over a real PostgreSQL. */
@NullMarked
package fr.passerelle.vocab.release;

import org.jspecify.annotations.NullMarked;
