/** Files of territories as their producers write them, read into parts; one entry point. */
@NullMarked
package fr.passerelle.catalog.territory.source;

import org.jspecify.annotations.NullMarked;
