/**
 * Official files as they come: zips that may be hostile, tables that may be broken, and what was
 * found while reading them.
 */
@NullMarked
package fr.passerelle.vocab.source;

import org.jspecify.annotations.NullMarked;
