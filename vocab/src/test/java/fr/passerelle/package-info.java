/** Tests of the whole module. */
@NullMarked
package fr.passerelle;

import org.jspecify.annotations.NullMarked;
