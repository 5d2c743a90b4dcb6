@NullMarked
package fr.passerelle.catalog.agreement;

import org.jspecify.annotations.NullMarked;
