/**
 * The model of a referential: concepts and their links, gathered in schemes, published as releases.
 *
 * <p>Everything here is an immutable value. Readers of official files ({@code vocab.rome}, ...)
 * make releases, {@code vocab.release} stores and publishes them, channels read the published
 * {@link fr.passerelle.vocab.Snapshot}.
 */
@NullMarked
package fr.passerelle.vocab;

import org.jspecify.annotations.NullMarked;
