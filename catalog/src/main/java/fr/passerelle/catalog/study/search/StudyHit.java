package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.Study;

/**
 * A study that was found.
 *
 * @param study the study
 * @param score how well it answers; 0 where nothing is searched for
 * @param matched what of it answers
 * @param place its place in the order asked, to go on from
 */
public record StudyHit(Study study, double score, Matched matched, String place) {

  /**
   * What of a study answers to the words.
   *
   * @param field member of its written form; empty where nothing is searched for
   * @param text its text, or the part of it around the words
   */
  public record Matched(String field, String text) {
    /** Nothing is searched for. */
    public static final Matched NOTHING = new Matched("", "");
  }
}
