/**
 * Reader of Certif Info, the table of certifications indexed by the Carif-Oref and Onisep, and of
 * the correspondences that its rows state.
 */
@NullMarked
package fr.passerelle.vocab.certifinfo;

import org.jspecify.annotations.NullMarked;
