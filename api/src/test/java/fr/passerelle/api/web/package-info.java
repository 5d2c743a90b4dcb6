/** Tests of the pages. */
@NullMarked
package fr.passerelle.api.web;

import org.jspecify.annotations.NullMarked;
