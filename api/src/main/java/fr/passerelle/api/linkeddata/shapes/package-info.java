/**
 * The catalogue held against SHACL shapes: those of the house, or files that an operator names.
 *
 * <p>{@link fr.passerelle.api.linkeddata.shapes.CatalogShapes} is the way in. Only the command line
 * asks it: a service loads none of this.
 */
@NullMarked
package fr.passerelle.api.linkeddata.shapes;

import org.jspecify.annotations.NullMarked;
