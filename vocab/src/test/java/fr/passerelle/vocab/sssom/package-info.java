/** Tests of SSSOM. */
@NullMarked
package fr.passerelle.vocab.sssom;

import org.jspecify.annotations.NullMarked;
