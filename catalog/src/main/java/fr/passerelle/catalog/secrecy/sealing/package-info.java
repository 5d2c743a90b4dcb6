/** How the service that answers hands raw figures over, so that it cannot read them again. */
@NullMarked
package fr.passerelle.catalog.secrecy.sealing;

import org.jspecify.annotations.NullMarked;
