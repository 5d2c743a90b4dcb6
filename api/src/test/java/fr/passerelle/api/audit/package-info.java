/** Tests of the audit trail over HTTP, and of a service that stops. */
@NullMarked
package fr.passerelle.api.audit;

import org.jspecify.annotations.NullMarked;
