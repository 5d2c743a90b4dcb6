/** The instance profile: one file that makes this installation the one of a region. */
@NullMarked
package fr.passerelle.catalog.profile;

import org.jspecify.annotations.NullMarked;
