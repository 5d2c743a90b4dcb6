@NullMarked
package fr.passerelle.catalog.intake;

import org.jspecify.annotations.NullMarked;
