@NullMarked
package fr.passerelle.api.linkeddata.sparql.outside;

import org.jspecify.annotations.NullMarked;
