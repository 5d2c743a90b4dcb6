package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import java.util.Optional;

/**
 * A release to be published.
 *
 * @param release what a reader made of a file
 * @param findings what it found on the way
 * @param licence licence declared; where empty, the one of the edition's published release stays,
 *     and without any the release is kept but absent from every public channel
 * @param dryRun whether only to check, compare and report
 * @param removals largest share removed, 0 to 1, that is published without a person's word
 */
public record Import(
    Release release,
    Findings findings,
    Optional<Licence> licence,
    boolean dryRun,
    double removals) {
  /** Beyond one in ten, a source is more often broken than cleaned. */
  public static final double USUAL_REMOVALS = 0.1;

  /** A release of which the usual share may be removed. */
  public Import(Release release, Findings findings, Optional<Licence> licence, boolean dryRun) {
    this(release, findings, licence, dryRun, USUAL_REMOVALS);
  }
}
