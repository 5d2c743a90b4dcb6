@NullMarked
package fr.passerelle.catalog.observation;

import org.jspecify.annotations.NullMarked;
