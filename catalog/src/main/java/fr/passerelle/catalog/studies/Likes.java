package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.search.Similar;
import java.util.List;

/**
 * Studies like one, as far as they may be told.
 *
 * @param studies those that the reader sees, the most alike first
 * @param contactPossible whether there is one that the reader does not see: the operator can put
 *     its producer in touch. Nothing else is said of it, and that only to who announced the study
 */
public record Likes(List<Similar> studies, boolean contactPossible) {
  /** Nothing is alike. */
  public static final Likes NONE = new Likes(List.of(), false);

  public Likes {
    studies = List.copyOf(studies);
  }
}
