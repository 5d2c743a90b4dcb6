package fr.passerelle.vocab.release;

import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Scheme;

/**
 * A scheme that anyone may read, and the release that states it.
 *
 * @param release the release, with licence and citation
 * @param scheme one of its schemes
 */
public record PublishedScheme(PublishedRelease release, Scheme scheme) {

  /** Whether it is a list that comes with its edition rather than the edition itself. */
  public boolean companion() {
    return !scheme.id().equals(release.release().edition().id());
  }
}
