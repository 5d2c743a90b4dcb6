package fr.passerelle.catalog.study.search;

import java.util.regex.Pattern;

/**
 * The place of a study in an order, so that paging goes on from it whatever came or left.
 *
 * @param sort which order
 * @param score score of the last study
 * @param date its date; empty for none
 * @param number its number, or that of its last change where the order is of changes
 */
record Place(StudyQuery.Sort sort, float score, String date, long number) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  static Place parse(StudyQuery.Sort sort, String text) {
    String[] parts = text.split(" ", -1);
    int expected = sort == StudyQuery.Sort.RELEVANCE ? 3 : sort == StudyQuery.Sort.DATE ? 2 : 1;
    if (parts.length != expected || !NUMBER.matcher(parts[expected - 1]).matches()) {
      throw new IllegalArgumentException("curseur illisible");
    }
    return new Place(
        sort,
        expected == 3 ? Float.parseFloat(parts[0]) : 0,
        expected == 1 ? "" : parts[expected - 2],
        Long.parseLong(parts[expected - 1]));
  }

  /** Negative where what is described comes before this place, 0 where it is there. */
  int compare(float otherScore, String otherDate, long otherNumber) {
    return switch (sort) {
      case RELEVANCE -> {
        int byScore = Float.compare(score, otherScore);
        yield byScore != 0 ? byScore : byDate(otherDate, otherNumber);
      }
      case DATE -> byDate(otherDate, otherNumber);
      case NUMBER -> Long.compare(otherNumber, number);
      case CHANGE -> Long.compare(number, otherNumber);
    };
  }

  private int byDate(String otherDate, long otherNumber) {
    int byDate = date.compareTo(otherDate);
    return byDate != 0 ? byDate : Long.compare(number, otherNumber);
  }
}
