package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.Study;
import java.util.List;

/**
 * What became of a study that was deposited.
 *
 * @param result what was done
 * @param study as it stands now; as it would, for a dry run
 * @param changed members of the written form that the deposit changed
 */
public record Outcome(Result result, Study study, List<String> changed) {
  public Outcome {
    changed = List.copyOf(changed);
  }

  /** What was done. */
  public enum Result {
    /** It is new. */
    CREATED,
    /** It says something else. */
    UPDATED,
    /** It said the same already. */
    UNCHANGED
  }
}
