/** REST: JSON views of what is published, under {@code /api/v1}. */
@NullMarked
package fr.passerelle.api.rest;

import org.jspecify.annotations.NullMarked;
