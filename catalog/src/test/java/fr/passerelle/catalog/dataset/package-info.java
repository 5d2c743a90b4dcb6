@NullMarked
package fr.passerelle.catalog.dataset;

import org.jspecify.annotations.NullMarked;
