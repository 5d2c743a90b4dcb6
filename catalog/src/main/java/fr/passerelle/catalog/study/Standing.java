package fr.passerelle.catalog.study;

/**
 * Where a study and its record stand.
 *
 * @param status where the study stands in its life
 * @param visibility who may see it
 * @param qualification where its record stands with the operator
 * @param reason why it was returned or withdrawn; empty otherwise
 */
public record Standing(
    StudyStatus status, Visibility visibility, Qualification qualification, String reason) {

  /** The same at another point of its life. */
  public Standing passed(StudyStatus to, String why) {
    return new Standing(to, visibility, qualification, why);
  }

  /** The same after a word of the operator. */
  public Standing qualified(Qualification as, String why) {
    return new Standing(status, visibility, as, why);
  }
}
