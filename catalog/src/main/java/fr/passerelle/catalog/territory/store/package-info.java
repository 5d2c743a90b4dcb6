/** Territories and perimeters that last: files, rows, and what memory has of them. */
@NullMarked
package fr.passerelle.catalog.territory.store;

import org.jspecify.annotations.NullMarked;
