/** Deliveries of figures: what was received, what is in use, and what was at any moment. */
@NullMarked
package fr.passerelle.catalog.delivery;

import org.jspecify.annotations.NullMarked;
