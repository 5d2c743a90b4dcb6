/** Figures of the running service for who watches over it, on a port of their own. */
@NullMarked
package fr.passerelle.api.metrics;

import org.jspecify.annotations.NullMarked;
