/**
 * What stands between anyone's question and the triples: only what reads is understood, nothing
 * leaves the house, and no question takes more than its share of time and memory.
 */
@NullMarked
package fr.passerelle.api.linkeddata.sparql.guard;

import org.jspecify.annotations.NullMarked;
