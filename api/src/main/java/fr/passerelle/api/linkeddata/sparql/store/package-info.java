/**
 * Triples in memory for questions: nodes by number, triples as sorted numbers in three orders, and
 * patterns answered over these. Nothing changes once it is made.
 */
@NullMarked
package fr.passerelle.api.linkeddata.sparql.store;

import org.jspecify.annotations.NullMarked;
