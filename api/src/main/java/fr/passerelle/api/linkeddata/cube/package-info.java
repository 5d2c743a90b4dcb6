/** Figures as linked data. */
@NullMarked
package fr.passerelle.api.linkeddata.cube;

import org.jspecify.annotations.NullMarked;
