/** Tests. */
@NullMarked
package fr.passerelle.catalog.studies;

import org.jspecify.annotations.NullMarked;
