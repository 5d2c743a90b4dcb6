/** Harvests as an operator orders them: a source of the profile, whichever way it speaks. */
@NullMarked
package fr.passerelle.catalog.harvesting;

import org.jspecify.annotations.NullMarked;
