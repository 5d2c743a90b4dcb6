/** Tests of who is let in. */
@NullMarked
package fr.passerelle.api.admission;

import org.jspecify.annotations.NullMarked;
