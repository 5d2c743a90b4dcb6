/** Workbooks for people who work in spreadsheets. */
@NullMarked
package fr.passerelle.api.xlsx;

import org.jspecify.annotations.NullMarked;
