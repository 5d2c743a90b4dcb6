/**
 * The catalogue for harvesters of libraries: OAI-PMH 2.0.
 *
 * <p>{@link fr.passerelle.api.oai.Arguments} says what is asked, {@link
 * fr.passerelle.api.oai.Repository} what there is of it, {@link fr.passerelle.api.oai.OaiAnswer}
 * how it is written.
 */
@NullMarked
package fr.passerelle.api.oai;

import org.jspecify.annotations.NullMarked;
