/** What the ways of reading a source have in common: records that arrive, and how reading ends. */
@NullMarked
package fr.passerelle.catalog.harvest.feed;

import org.jspecify.annotations.NullMarked;
