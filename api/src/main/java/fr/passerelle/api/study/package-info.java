/** The catalogue of studies in REST: found, read, compared, deposited. */
@NullMarked
package fr.passerelle.api.study;

import org.jspecify.annotations.NullMarked;
