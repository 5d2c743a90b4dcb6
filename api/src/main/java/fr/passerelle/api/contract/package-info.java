/** What the service says of itself to programs: its contract, and the catalogue of its APIs. */
@NullMarked
package fr.passerelle.api.contract;

import org.jspecify.annotations.NullMarked;
