package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.Study;
import java.util.List;

/**
 * A study that is like another.
 *
 * @param study the study
 * @param score how much, 0 to 1
 * @param reasons why, in words, the weightiest first
 */
public record Similar(Study study, double score, List<Reason> reasons) {
  public Similar {
    reasons = List.copyOf(reasons);
  }

  /**
   * Why two studies are alike.
   *
   * @param kind in what
   * @param weight what it adds to the score
   * @param fr in French
   * @param en in English
   */
  public record Reason(Kind kind, double weight, String fr, String en) {}

  /** In what two studies are alike. */
  public enum Kind {
    /** Words of title and abstract. */
    WORDS,
    /** Themes. */
    THEME,
    /** Territories, one in the other or the same. */
    TERRITORY,
    /** Period studied, or date. */
    PERIOD,
    /** Producers. */
    PRODUCER
  }
}
