@NullMarked
package fr.passerelle.api.linkeddata.territory;

import org.jspecify.annotations.NullMarked;
