/** Feeds: what changed, for who follows it. */
@NullMarked
package fr.passerelle.api.feed;

import org.jspecify.annotations.NullMarked;
