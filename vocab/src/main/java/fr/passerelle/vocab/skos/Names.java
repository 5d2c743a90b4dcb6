package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.ReleaseUris;
import fr.passerelle.vocab.Uris;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The IRIs of what a release publishes and points at. */
final class Names {
  private final ReleaseUris uris;
  private final Release release;

  Names(Uris uris, Release release) {
    this.uris = new ReleaseUris(uris, release);
    this.release = release;
  }

  /** Whether that scheme is part of the release. */
  boolean holds(String scheme) {
    return uris.holds(scheme);
  }

  Node scheme(String scheme) {
    return uri(uris.scheme(scheme));
  }

  /** The scheme that bears the name of the edition. */
  Node mainScheme() {
    return scheme(release.edition().id());
  }

  /** The edition before this one, which is of the same body. */
  Node followed() {
    return scheme(release.edition().follows());
  }

  Node concept(ConceptRef ref) {
    return uri(uris.concept(ref));
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
    return uri(uris.release());
  }

  /** Another release of the edition. */
  Node release(String id) {
    return uri(uris.release(id));
  }

  /** A release of that scheme. */
  Node release(String scheme, String id) {
    return uri(uris.release(scheme, id));
  }

  Node correspondence(Correspondence correspondence) {
    return uri(uris.correspondence(correspondence));
  }

  Node collection(Collection collection) {
    return uri(uris.collection(collection));
  }

  /** What the release says of a concept of another edition. */
  Node regional(ConceptRef target) {
    return uri(uris.regional(target));
  }

  Node association(Correspondence correspondence, Association association) {
    return uri(uris.association(correspondence, association));
  }

  /** The producer, as a fragment of the main scheme. */
  Node producer() {
    return NodeFactory.createURI(mainScheme().getURI() + "#producteur");
  }

  private static Node uri(String uri) {
    return NodeFactory.createURI(uri);
  }
}
