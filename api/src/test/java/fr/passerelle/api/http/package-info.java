/** Tests of what all channels share of HTTP. */
@NullMarked
package fr.passerelle.api.http;

import org.jspecify.annotations.NullMarked;
