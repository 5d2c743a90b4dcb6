/** The contract held against the running service. */
@NullMarked
package fr.passerelle.openapi;

import org.jspecify.annotations.NullMarked;
