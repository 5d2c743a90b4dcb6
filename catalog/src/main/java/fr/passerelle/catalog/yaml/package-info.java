/** Files that a person writes in YAML. */
@NullMarked
package fr.passerelle.catalog.yaml;

import org.jspecify.annotations.NullMarked;
