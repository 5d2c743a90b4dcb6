/** Deposits by HTTP: another organisation publishes under its own name, with its key. */
@NullMarked
package fr.passerelle.api.deposit;

import org.jspecify.annotations.NullMarked;
