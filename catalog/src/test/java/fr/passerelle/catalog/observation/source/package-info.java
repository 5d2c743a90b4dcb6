@NullMarked
package fr.passerelle.catalog.observation.source;

import org.jspecify.annotations.NullMarked;
