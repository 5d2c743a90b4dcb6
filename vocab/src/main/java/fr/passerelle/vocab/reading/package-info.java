/**
 * Every kind of official file that can be read, and what each reader has to know.
 *
 * <p>Entry point: {@link fr.passerelle.vocab.reading.SourceKind}.
 */
@NullMarked
package fr.passerelle.vocab.reading;

import org.jspecify.annotations.NullMarked;
