@NullMarked
package fr.passerelle.api.figures;

import org.jspecify.annotations.NullMarked;
