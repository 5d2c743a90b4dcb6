@NullMarked
package fr.passerelle.catalog.harvest;

import org.jspecify.annotations.NullMarked;
