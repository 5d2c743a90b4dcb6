/**
 * Territories, zonings and perimeters as linked data: features of GeoSPARQL, concepts of SKOS, with
 * the geographic ontology of Insee where it has a word.
 */
@NullMarked
package fr.passerelle.api.linkeddata.territory;

import org.jspecify.annotations.NullMarked;
