package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.PublishedRelease;
import java.util.Set;

/**
 * A collection that anyone may read, and the release that makes it.
 *
 * @param release with licence and citation
 * @param collection what it gathers
 * @param members its members, to be asked whether one is there
 */
public record PublishedCollection(
    PublishedRelease release, Collection collection, Set<ConceptRef> members) {

  public PublishedCollection {
    members = Set.copyOf(members);
  }

  static PublishedCollection of(PublishedRelease release, Collection collection) {
    return new PublishedCollection(release, collection, Set.copyOf(collection.members()));
  }

  /** Whether a region makes it, beside the collections of national producers. */
  public boolean regional() {
    return !release.release().edition().national();
  }
}
