/**
 * Published vocabularies as linked data: persistent names that redirect, documents and whole dumps
 * in four syntaxes of RDF.
 */
@NullMarked
package fr.passerelle.api.linkeddata;

import org.jspecify.annotations.NullMarked;
