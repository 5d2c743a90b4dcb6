@NullMarked
package fr.passerelle.api.linkeddata.sparql.guard;

import org.jspecify.annotations.NullMarked;
