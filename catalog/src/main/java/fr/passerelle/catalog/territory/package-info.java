/** Where a study or a figure is about: territories by their codes, and which holds which. */
@NullMarked
package fr.passerelle.catalog.territory;

import org.jspecify.annotations.NullMarked;
