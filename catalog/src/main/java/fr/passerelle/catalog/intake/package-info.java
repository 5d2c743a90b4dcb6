/** Studies from files, in the formats that producers have. */
@NullMarked
package fr.passerelle.catalog.intake;

import org.jspecify.annotations.NullMarked;
