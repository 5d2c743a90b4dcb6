/**
 * Client of a Passerelle: open data of a regional employment-training observatory.
 *
 * <p>{@link fr.passerelle.client.Passerelle} is the way in.
 */
@NullMarked
package fr.passerelle.client;

import org.jspecify.annotations.NullMarked;
