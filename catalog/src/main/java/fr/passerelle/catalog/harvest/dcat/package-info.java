/**
 * A reader of other catalogues in DCAT: beside the vocabularies, the only place here that knows
 * Jena.
 */
@NullMarked
package fr.passerelle.catalog.harvest.dcat;

import org.jspecify.annotations.NullMarked;
