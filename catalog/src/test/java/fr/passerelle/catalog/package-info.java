/** Tests of the module as a whole. */
@NullMarked
package fr.passerelle.catalog;

import org.jspecify.annotations.NullMarked;
