/** References of studies in the formats that reference managers read. */
@NullMarked
package fr.passerelle.catalog.citation;

import org.jspecify.annotations.NullMarked;
