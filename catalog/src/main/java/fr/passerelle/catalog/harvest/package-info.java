/** Records of other catalogues, taken in again and again: what is new, changed, deleted, gone. */
@NullMarked
package fr.passerelle.catalog.harvest;

import org.jspecify.annotations.NullMarked;
