/** Reader of the kit apprentissage, the monthly table of diplomas (CFD) and RNCP records. */
@NullMarked
package fr.passerelle.vocab.kit;

import org.jspecify.annotations.NullMarked;
