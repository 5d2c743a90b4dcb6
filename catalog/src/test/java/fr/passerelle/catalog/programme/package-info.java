@NullMarked
package fr.passerelle.catalog.programme;

import org.jspecify.annotations.NullMarked;
