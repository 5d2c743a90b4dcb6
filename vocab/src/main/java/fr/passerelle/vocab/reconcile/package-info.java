/**
 * Reconciliation: which concepts the cells of somebody's spreadsheet stand for, and what can be
 * fetched about them (rules of the W3C Reconciliation Service API 0.2, without its HTTP).
 */
@NullMarked
package fr.passerelle.vocab.reconcile;

import org.jspecify.annotations.NullMarked;
