@NullMarked
package fr.passerelle.catalog.delivery;

import org.jspecify.annotations.NullMarked;
