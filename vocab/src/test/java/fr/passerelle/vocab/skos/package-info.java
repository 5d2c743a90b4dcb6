/** Tests of vocabularies as RDF. */
@NullMarked
package fr.passerelle.vocab.skos;

import org.jspecify.annotations.NullMarked;
