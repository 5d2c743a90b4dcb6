/** Harvests of the sources of the profile, whichever way they speak, and how far each is read. */
@NullMarked
package fr.passerelle.catalog.harvest;

import org.jspecify.annotations.NullMarked;
