@NullMarked
package fr.passerelle.catalog.indicator;

import org.jspecify.annotations.NullMarked;
