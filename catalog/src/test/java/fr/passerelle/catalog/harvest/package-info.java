@NullMarked
package fr.passerelle.catalog.harvesting;

import org.jspecify.annotations.NullMarked;
