/** Tests. */
@NullMarked
package fr.passerelle.catalog.study.form;

import org.jspecify.annotations.NullMarked;
