/** Organisations that make studies, through time: they end, merge and change names. */
@NullMarked
package fr.passerelle.catalog.producer;

import org.jspecify.annotations.NullMarked;
