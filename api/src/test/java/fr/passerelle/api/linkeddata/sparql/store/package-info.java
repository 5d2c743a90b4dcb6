@NullMarked
package fr.passerelle.api.linkeddata.sparql.store;

import org.jspecify.annotations.NullMarked;
