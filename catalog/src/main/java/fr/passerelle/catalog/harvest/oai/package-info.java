/** A client of OAI-PMH 2.0 that trusts no answer. */
@NullMarked
package fr.passerelle.catalog.harvest.oai;

import org.jspecify.annotations.NullMarked;
