/**
 * Readers of the nomenclatures of others: specialities, diplomas and levels of the BCN, families of
 * occupations of the Dares, and the pairs of ROME and Formacode.
 */
@NullMarked
package fr.passerelle.vocab.nomenclature;

import org.jspecify.annotations.NullMarked;
