/** Tests of territories that last. */
@NullMarked
package fr.passerelle.catalog.territory.store;

import org.jspecify.annotations.NullMarked;
