/** Use of what is published: how often, by day, and who said to have used a study for what. */
@NullMarked
package fr.passerelle.catalog.use;

import org.jspecify.annotations.NullMarked;
