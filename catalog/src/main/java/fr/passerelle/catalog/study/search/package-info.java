/** Search over studies: their words in Lucene, their facets in memory; and which are alike. */
@NullMarked
package fr.passerelle.catalog.study.search;

import org.jspecify.annotations.NullMarked;
