/**
 * The catalogue as portals harvest it: DCAT-AP 3.0.1, page by page, in four syntaxes of RDF.
 *
 * <p>{@link fr.passerelle.api.linkeddata.dcat.DcatDescription} says in RDF what {@code
 * catalog.dataset} holds; the rest is addresses.
 */
@NullMarked
package fr.passerelle.api.linkeddata.dcat;

import org.jspecify.annotations.NullMarked;
