/** Tests of the reconciliation service, over the running service. */
@NullMarked
package fr.passerelle.api.reconcile;

import org.jspecify.annotations.NullMarked;
