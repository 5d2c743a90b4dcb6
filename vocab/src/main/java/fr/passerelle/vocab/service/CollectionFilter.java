package fr.passerelle.vocab.service;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Which collections are asked for.
 *
 * @param scheme with a member in that scheme
 * @param author of the author of that identifier
 * @param member with that concept
 */
public record CollectionFilter(
    Optional<String> scheme, Optional<String> author, Optional<ConceptRef> member) {

  /** The published collections that it lets through, in the order of their keys. */
  public List<PublishedCollection> of(Snapshot snapshot) {
    return snapshot.collections().stream().filter(this::holds).toList();
  }

  private boolean holds(PublishedCollection each) {
    return scheme.filter(id -> !hasMemberIn(each, id)).isEmpty()
        && author.filter(id -> !each.collection().author().id().equals(id)).isEmpty()
        && member.filter(ref -> !each.members().contains(ref)).isEmpty();
  }

  private static boolean hasMemberIn(PublishedCollection each, String scheme) {
    return each.collection().members().stream().anyMatch(ref -> ref.scheme().equals(scheme));
  }
}
