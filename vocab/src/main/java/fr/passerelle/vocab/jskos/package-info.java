/** Published vocabularies and correspondences as JSKOS (0.6, GBV): one JSON object a line. */
@NullMarked
package fr.passerelle.vocab.jskos;

import org.jspecify.annotations.NullMarked;
