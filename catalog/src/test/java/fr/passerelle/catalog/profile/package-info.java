/** Tests of the instance profile. */
@NullMarked
package fr.passerelle.catalog.profile;

import org.jspecify.annotations.NullMarked;
