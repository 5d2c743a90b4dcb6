/** Published vocabularies and correspondences as CSV (RFC 4180), streamed. */
@NullMarked
package fr.passerelle.vocab.csv;

import org.jspecify.annotations.NullMarked;
