@NullMarked
package fr.passerelle.api.linkeddata.dcat;

import org.jspecify.annotations.NullMarked;
