/** Tests of the audit trail. */
@NullMarked
package fr.passerelle.catalog.audit;

import org.jspecify.annotations.NullMarked;
