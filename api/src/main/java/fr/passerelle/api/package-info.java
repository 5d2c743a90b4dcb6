/** The Micronaut application: channels only, no business rule. */
@NullMarked
package fr.passerelle.api;

import org.jspecify.annotations.NullMarked;
