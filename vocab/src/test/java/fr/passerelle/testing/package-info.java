/** What the tests of several modules share. */
@NullMarked
package fr.passerelle.testing;

import org.jspecify.annotations.NullMarked;
