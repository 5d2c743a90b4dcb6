/**
 * How raw figures become protected ones: in a process of its own, which alone holds the private key
 * and the secret. Nothing that serves depends on it.
 */
@NullMarked
package fr.passerelle.catalog.secrecy.protecting;

import org.jspecify.annotations.NullMarked;
