/** Studies as rows of a CSV file. */
@NullMarked
package fr.passerelle.catalog.study.csv;

import org.jspecify.annotations.NullMarked;
