@NullMarked
package fr.passerelle.api.linkeddata.sparql;

import org.jspecify.annotations.NullMarked;
