/**
 * ROME 4.0 as France Travail publishes it: {@code RefRomeCsv.zip}, some thirty CSV files.
 *
 * <p>Entry point: {@link fr.passerelle.vocab.rome.RomeFile}.
 */
@NullMarked
package fr.passerelle.vocab.rome;

import org.jspecify.annotations.NullMarked;
