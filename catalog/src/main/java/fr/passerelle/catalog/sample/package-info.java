/** Producers and studies that are bundled with the service: facts typed from public documents. */
@NullMarked
package fr.passerelle.catalog.sample;

import org.jspecify.annotations.NullMarked;
