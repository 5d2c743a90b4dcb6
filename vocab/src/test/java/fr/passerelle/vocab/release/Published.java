package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;

/** What is published where a test of another package says so. */
public final class Published {
  private Published() {}

  /** Those releases, under an open licence. */
  public static Snapshot of(Release... releases) {
    Lab lab = new Lab();
    for (Release release : releases) {
      lab.publish(new Import(release, new Findings(), Lab.OPEN, /* dryRun= */ false, 1));
    }
    return lab.vocabularies().snapshot();
  }
}
