/** Tests of feeds. */
@NullMarked
package fr.passerelle.api.feed;

import org.jspecify.annotations.NullMarked;
