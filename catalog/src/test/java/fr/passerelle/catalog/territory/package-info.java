/** Tests of territories. */
@NullMarked
package fr.passerelle.catalog.territory;

import org.jspecify.annotations.NullMarked;
