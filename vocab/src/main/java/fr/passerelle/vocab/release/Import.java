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
 * @param stabilisation when a change is settled; empty where all of the release is published
 * @param action word of the audit trail: {@link #BY_HAND}, or whose deposit it is
 */
public record Import(
    Release release,
    Findings findings,
    Optional<Licence> licence,
    boolean dryRun,
    double removals,
    Optional<Stabilisation> stabilisation,
    String action) {
  /** Imported by the operator's command. */
  public static final String BY_HAND = "import";

  /** Beyond one in ten, a source is more often broken than cleaned. */
  public static final double USUAL_REMOVALS = 0.1;

  /** A release that is published whole. */
  public Import(
      Release release,
      Findings findings,
      Optional<Licence> licence,
      boolean dryRun,
      double removals) {
    this(release, findings, licence, dryRun, removals, Optional.empty());
  }

  /** The same with another release in the place of what was read. */
  Import of(Release settled) {
    return new Import(settled, findings, licence, dryRun, removals, stabilisation, action);
  }

  /** A release of which the usual share may be removed. */
  public Import(Release release, Findings findings, Optional<Licence> licence, boolean dryRun) {
    this(release, findings, licence, dryRun, USUAL_REMOVALS);
  }

  /** A release that the operator imports. */
  public Import(
      Release release,
      Findings findings,
      Optional<Licence> licence,
      boolean dryRun,
      double removals,
      Optional<Stabilisation> stabilisation) {
    this(release, findings, licence, dryRun, removals, stabilisation, BY_HAND);
  }

  /** What the audit trail says of a step that has a name of its own in an operator's import. */
  String action(String step) {
    return action.equals(BY_HAND) ? step : action + ", " + step;
  }
}
