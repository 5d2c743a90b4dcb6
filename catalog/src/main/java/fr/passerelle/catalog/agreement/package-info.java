/** Conventions with suppliers of figures, and the fiches navettes under them. */
@NullMarked
package fr.passerelle.catalog.agreement;

import org.jspecify.annotations.NullMarked;
