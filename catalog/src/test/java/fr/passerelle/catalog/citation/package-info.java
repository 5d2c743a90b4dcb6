@NullMarked
package fr.passerelle.catalog.citation;

import org.jspecify.annotations.NullMarked;
