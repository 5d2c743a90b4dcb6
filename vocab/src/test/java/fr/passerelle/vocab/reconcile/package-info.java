/** Tests of reconciliation over a small published vocabulary. */
@NullMarked
package fr.passerelle.vocab.reconcile;

import org.jspecify.annotations.NullMarked;
