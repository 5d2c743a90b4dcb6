package fr.passerelle.catalog.studies;

import fr.passerelle.vocab.source.Findings;
import java.util.List;

/**
 * What a deposit did, and what was mended in it.
 *
 * @param outcomes one for each study, in the order of the deposit
 * @param repairs what was mended, by rule
 * @param replayed whether the same request was answered before, and nothing was done now
 */
public record StudyReport(List<Outcome> outcomes, List<Findings.Repair> repairs, boolean replayed) {
  public StudyReport {
    outcomes = List.copyOf(outcomes);
    repairs = List.copyOf(repairs);
  }
}
