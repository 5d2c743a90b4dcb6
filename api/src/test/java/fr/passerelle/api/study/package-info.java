/** The catalogue of studies over HTTP. */
@NullMarked
package fr.passerelle.api.study;

import org.jspecify.annotations.NullMarked;
