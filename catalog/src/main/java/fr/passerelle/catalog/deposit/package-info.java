/**
 * What another organisation deposits: read, compared with what is published, published as its own.
 */
@NullMarked
package fr.passerelle.catalog.deposit;

import org.jspecify.annotations.NullMarked;
