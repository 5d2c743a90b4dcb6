/** Files of figures, read as their format says. */
@NullMarked
package fr.passerelle.catalog.observation.source;

import org.jspecify.annotations.NullMarked;
