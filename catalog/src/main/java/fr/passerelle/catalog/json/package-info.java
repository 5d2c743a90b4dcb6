/** Plain JSON: maps, lists, texts. */
@NullMarked
package fr.passerelle.catalog.json;

import org.jspecify.annotations.NullMarked;
