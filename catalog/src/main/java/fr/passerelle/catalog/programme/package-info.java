/** What the catalogue says of the observatory's own work: the year's programme, its follow-up. */
@NullMarked
package fr.passerelle.catalog.programme;

import org.jspecify.annotations.NullMarked;
