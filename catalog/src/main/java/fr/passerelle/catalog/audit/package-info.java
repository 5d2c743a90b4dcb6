/** The audit trail: who wrote what, when, and how it ended. */
@NullMarked
package fr.passerelle.catalog.audit;

import org.jspecify.annotations.NullMarked;
