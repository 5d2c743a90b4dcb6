/** The audit trail over HTTP, for operators. */
@NullMarked
package fr.passerelle.api.audit;

import org.jspecify.annotations.NullMarked;
