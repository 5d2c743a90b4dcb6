/** Tests of the channels, over a real service on a real database. */
@NullMarked
package fr.passerelle.api;

import org.jspecify.annotations.NullMarked;
