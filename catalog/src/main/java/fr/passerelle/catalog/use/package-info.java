/** How often studies are looked at, without a word of who looks. */
@NullMarked
package fr.passerelle.catalog.use;

import org.jspecify.annotations.NullMarked;
