/**
 * What the catalogue for portals holds, whatever the syntax in which it is written: datasets, their
 * distributions, services, pages, and the rules by which portals refuse or lose a record.
 */
@NullMarked
package fr.passerelle.catalog.dataset;

import org.jspecify.annotations.NullMarked;
