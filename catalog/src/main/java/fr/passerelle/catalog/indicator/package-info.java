/** What figures are of: indicators, what they measure and how that adds up, periods, statuses. */
@NullMarked
package fr.passerelle.catalog.indicator;

import org.jspecify.annotations.NullMarked;
