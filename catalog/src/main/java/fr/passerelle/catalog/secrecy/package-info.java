/**
 * Statistical secrecy: raw counts become protected ones once, and every answer is made of these.
 */
@NullMarked
package fr.passerelle.catalog.secrecy;

import org.jspecify.annotations.NullMarked;
