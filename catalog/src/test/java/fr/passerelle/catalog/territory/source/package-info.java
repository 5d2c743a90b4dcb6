/** Tests of files of territories. */
@NullMarked
package fr.passerelle.catalog.territory.source;

import org.jspecify.annotations.NullMarked;
