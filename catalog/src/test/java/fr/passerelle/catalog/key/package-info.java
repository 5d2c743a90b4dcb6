@NullMarked
package fr.passerelle.catalog.key;

import org.jspecify.annotations.NullMarked;
