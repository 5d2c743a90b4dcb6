/** Tests of the OAI-PMH provider. */
@NullMarked
package fr.passerelle.api.oai;

import org.jspecify.annotations.NullMarked;
