/** Tests of REST. */
@NullMarked
package fr.passerelle.api.rest;

import org.jspecify.annotations.NullMarked;
