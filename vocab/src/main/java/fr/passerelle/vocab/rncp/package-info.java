/**
 * The files of France compétences: the registers RNCP and RS, as CSV zip and as XML V4.
 *
 * <p>{@link fr.passerelle.vocab.rncp.RncpFile} is the way in.
 */
@NullMarked
package fr.passerelle.vocab.rncp;

import org.jspecify.annotations.NullMarked;
