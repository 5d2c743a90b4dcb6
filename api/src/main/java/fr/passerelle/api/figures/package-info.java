/** Figures in the formats of statistics: one table of results, written in each of them. */
@NullMarked
package fr.passerelle.api.figures;

import org.jspecify.annotations.NullMarked;
