/**
 * The bundled sample: enough of each referential for every page and query to show something before
 * an operator imports the official files.
 *
 * <p>Only public facts are in it (codes, labels, links, flags): no definition, no note, and no
 * synonym of Formacode. Its resources are one folder per edition, read by one reader: {@code
 * concepts.csv}, {@code links.csv} where there are links between concepts other than broader in the
 * same scheme, {@code profiles.csv} where many concepts share the same properties.
 */
@NullMarked
package fr.passerelle.vocab.sample;

import org.jspecify.annotations.NullMarked;
