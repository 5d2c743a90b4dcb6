/** A program that tries to find secret cells from answers, and what it must break. */
@NullMarked
package fr.passerelle.catalog.secrecy.adversary;

import org.jspecify.annotations.NullMarked;
