/** Requests to hosts outside, bounded in every way. */
@NullMarked
package fr.passerelle.catalog.harvest.web;

import org.jspecify.annotations.NullMarked;
