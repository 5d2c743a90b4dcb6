/** Who is let in: how much each may ask, and how much work is begun at once. */
@NullMarked
package fr.passerelle.api.admission;

import org.jspecify.annotations.NullMarked;
