package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.vocab.source.Findings;
import java.util.List;

/**
 * Records that come from elsewhere, some thousands at most. Each is judged by itself: one that is
 * refused leaves the others.
 *
 * @param source code of the source that they were harvested from; empty for those of a file
 * @param submissions forms
 * @param deleted identifiers that the source says it deleted
 * @param findings where to say what was refused and mended
 * @param dryRun whether nothing is to be written
 */
public record Arrivals(
    String source,
    List<Submission> submissions,
    List<String> deleted,
    Findings findings,
    boolean dryRun) {
  public Arrivals {
    submissions = List.copyOf(submissions);
    deleted = List.copyOf(deleted);
  }

  /** Those of a file. */
  public static Arrivals ofFile(List<Submission> submissions, Findings findings, boolean dryRun) {
    return new Arrivals("", submissions, List.of(), findings, dryRun);
  }

  /**
   * What became of them.
   *
   * @param outcomes one for each record that was taken; those refused are in the findings
   * @param deleted how many studies were deleted
   */
  public record Report(List<Outcome> outcomes, int deleted) {
    public Report {
      outcomes = List.copyOf(outcomes);
    }
  }
}
