/** The catalogue in memory: who reads it sees what is theirs to see, whoever writes in it. */
@NullMarked
package fr.passerelle.catalog.studies;

import org.jspecify.annotations.NullMarked;
