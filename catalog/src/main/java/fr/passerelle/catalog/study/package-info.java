/**
 * Studies: what they are, who sees them, how they pass from an idea to a publication. Values only,
 * which know no channel and no table.
 */
@NullMarked
package fr.passerelle.catalog.study;

import org.jspecify.annotations.NullMarked;
