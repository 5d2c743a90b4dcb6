/** Studies as RIS, the format of reference managers. */
@NullMarked
package fr.passerelle.catalog.study.ris;

import org.jspecify.annotations.NullMarked;
