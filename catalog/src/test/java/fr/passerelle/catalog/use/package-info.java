@NullMarked
package fr.passerelle.catalog.use;

import org.jspecify.annotations.NullMarked;
