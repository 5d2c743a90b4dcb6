/** Keys of those who may do more than read: made, found again by their hash, revoked. */
@NullMarked
package fr.passerelle.catalog.key;

import org.jspecify.annotations.NullMarked;
