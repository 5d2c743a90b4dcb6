/** Tests. */
@NullMarked
package fr.passerelle.catalog.study;

import org.jspecify.annotations.NullMarked;
