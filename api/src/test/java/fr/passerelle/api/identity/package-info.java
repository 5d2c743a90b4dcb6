/** Tests of who operators are: tokens of an issuer, and what they may do with them. */
@NullMarked
package fr.passerelle.api.identity;

import org.jspecify.annotations.NullMarked;
