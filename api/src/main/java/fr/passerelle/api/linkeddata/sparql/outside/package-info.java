/** A SPARQL 1.1 store outside, which answers in the place of this service and is kept in step. */
@NullMarked
package fr.passerelle.api.linkeddata.sparql.outside;

import org.jspecify.annotations.NullMarked;
