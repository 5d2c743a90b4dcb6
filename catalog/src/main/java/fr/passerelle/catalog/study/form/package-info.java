/**
 * The written form of a study, the same in every channel and in the journal: names, texts, lists
 * and small objects; and how it is read, with all that is wrong in it.
 */
@NullMarked
package fr.passerelle.catalog.study.form;

import org.jspecify.annotations.NullMarked;
