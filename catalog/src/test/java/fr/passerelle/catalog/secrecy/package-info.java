@NullMarked
package fr.passerelle.catalog.secrecy;

import org.jspecify.annotations.NullMarked;
