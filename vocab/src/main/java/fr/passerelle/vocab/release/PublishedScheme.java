package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Scheme;
import java.util.Map;

/**
 * A scheme that anyone may read, and the releases that state it.
 *
 * @param release the release of its edition, with licence and citation; where only stubs are known,
 *     the first release that cites it
 * @param scheme its concepts, stubs that other releases bring included
 * @param others releases of the concepts that {@code release} does not state, by code
 */
public record PublishedScheme(
    PublishedRelease release, Scheme scheme, Map<String, PublishedRelease> others) {

  public PublishedScheme {
    others = Map.copyOf(others);
  }

  /** Whether it is a list that comes with its edition rather than the edition itself. */
  public boolean companion() {
    return !scheme.id().equals(release.release().edition().id());
  }

  /** The scheme as its release alone states it, which never changes while the release stays. */
  public PublishedScheme stated() {
    return others.isEmpty()
        ? this
        : release.release().schemes().stream()
            .filter(each -> each.id().equals(scheme.id()))
            .findFirst()
            .map(each -> new PublishedScheme(release, each, Map.of()))
            .orElseThrow();
  }

  /** The release that states a concept of the scheme. */
  public PublishedRelease releaseOf(Concept concept) {
    return others.getOrDefault(concept.code(), release);
  }
}
