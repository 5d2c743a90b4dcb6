/** Values of indicators, and what is told of any territory from them. */
@NullMarked
package fr.passerelle.catalog.observation;

import org.jspecify.annotations.NullMarked;
