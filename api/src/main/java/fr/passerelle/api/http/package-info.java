/**
 * What all channels share of HTTP: one problem shape, cached representations with strong ETags,
 * content negotiation, open reading across origins.
 */
@NullMarked
package fr.passerelle.api.http;

import org.jspecify.annotations.NullMarked;
