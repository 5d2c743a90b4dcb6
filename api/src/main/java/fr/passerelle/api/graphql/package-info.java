/**
 * GraphQL over HTTP: the published vocabularies as one graph.
 *
 * <p>A request goes {@code GraphqlController} > {@code Engine} > the fetchers of a type ({@code
 * ConceptFields}, ...), which read one snapshot in memory. The schema is the resource {@code
 * schema.graphqls}.
 */
@NullMarked
package fr.passerelle.api.graphql;

import org.jspecify.annotations.NullMarked;
