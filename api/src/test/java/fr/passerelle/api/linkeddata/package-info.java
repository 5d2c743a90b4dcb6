/** Tests of linked data over HTTP. */
@NullMarked
package fr.passerelle.api.linkeddata;

import org.jspecify.annotations.NullMarked;
