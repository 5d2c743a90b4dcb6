package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Uris;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The IRIs of what a release publishes and points at. */
final class Names {
  /** Stands for the editions that a release points at: only national ones are shared. */
  private static final Edition ELSEWHERE = new Edition("", "", "", "", true, "");

  private final Uris uris;
  private final Release release;
  private final Set<String> schemes;

  Names(Uris uris, Release release) {
    this.uris = uris;
    this.release = release;
    this.schemes =
        release.schemes().stream().map(scheme -> scheme.id()).collect(Collectors.toSet());
  }

  /** Whether that scheme is part of the release. */
  boolean holds(String scheme) {
    return schemes.contains(scheme);
  }

  Node scheme(String scheme) {
    return NodeFactory.createURI(uris.scheme(edition(scheme), scheme));
  }

  /** The scheme that bears the name of the edition. */
  Node mainScheme() {
    return scheme(release.edition().id());
  }

  /** The edition before this one, which is of the same body. */
  Node followed() {
    return NodeFactory.createURI(uris.scheme(release.edition(), release.edition().follows()));
  }

  Node concept(ConceptRef ref) {
    return NodeFactory.createURI(uris.concept(edition(ref.scheme()), ref));
  }

  /** A qualified link, as a fragment of the concept that holds it. */
  Node link(ConceptRef from, Link link) {
    ConceptRef to = link.target();
    return NodeFactory.createURI(
        "%s#%s/%s/%s"
            .formatted(
                concept(from).getURI(),
                Terms.camel(link.kind()),
                to.scheme(),
                Uris.path(to.code())));
  }

  Node release() {
    return NodeFactory.createURI(uris.release(release));
  }

  /** Another release of the edition. */
  Node release(String id) {
    return NodeFactory.createURI(uris.release(release.edition(), id));
  }

  /** The producer, as a fragment of the main scheme. */
  Node producer() {
    return NodeFactory.createURI(mainScheme().getURI() + "#producteur");
  }

  private Edition edition(String scheme) {
    return holds(scheme) || scheme.equals(release.edition().id()) ? release.edition() : ELSEWHERE;
  }
}
