/** Studies as BibTeX entries. */
@NullMarked
package fr.passerelle.catalog.study.bibtex;

import org.jspecify.annotations.NullMarked;
