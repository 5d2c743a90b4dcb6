/**
 * SPARQL over everything that is published: the protocol, the graphs, what the service says of
 * itself, and the outside store that may answer in its place.
 */
@NullMarked
package fr.passerelle.api.linkeddata.sparql;

import org.jspecify.annotations.NullMarked;
