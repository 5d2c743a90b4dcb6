package fr.passerelle.catalog.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A store outside that answers questions in SPARQL in the place of this service, which keeps it in
 * step.
 *
 * @param query where it takes questions (SPARQL 1.1 Protocol)
 * @param graphs where it takes graphs (SPARQL 1.1 Graph Store HTTP Protocol)
 * @param user by which it knows this service; none where it asks for none
 * @param passwordFile file of which the first line is the password
 * @param isPrivate whether it is in a private network, on purpose
 * @param timeout for one request, from its beginning to the last byte
 */
public record SparqlStore(
    String query,
    String graphs,
    Optional<String> user,
    Optional<Path> passwordFile,
    boolean isPrivate,
    Duration timeout) {
  /** Of which nothing is said. */
  static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
}
