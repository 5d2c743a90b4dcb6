/**
 * The W3C Reconciliation Service API 0.2, which OpenRefine speaks: it parses and prints, {@code
 * vocab.reconcile} decides.
 */
@NullMarked
package fr.passerelle.api.reconcile;

import org.jspecify.annotations.NullMarked;
