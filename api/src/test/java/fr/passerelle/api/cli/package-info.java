/** Tests of the command line. */
@NullMarked
package fr.passerelle.api.cli;

import org.jspecify.annotations.NullMarked;
