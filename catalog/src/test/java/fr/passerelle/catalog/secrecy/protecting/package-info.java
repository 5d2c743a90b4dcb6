/** Raw tables in, protected ones out. */
@NullMarked
package fr.passerelle.catalog.secrecy.protecting;

import org.jspecify.annotations.NullMarked;
