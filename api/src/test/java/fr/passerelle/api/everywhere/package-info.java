/** What holds for every address of the service, by tables that a new address has to enter. */
@NullMarked
package fr.passerelle.api.everywhere;

import org.jspecify.annotations.NullMarked;
