/** Tests of GraphQL over HTTP, over a real service. */
@NullMarked
package fr.passerelle.api.graphql;

import org.jspecify.annotations.NullMarked;
