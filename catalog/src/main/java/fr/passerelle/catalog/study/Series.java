package fr.passerelle.catalog.study;

import fr.passerelle.vocab.search.Folding;

/**
 * The series that a study is part of and its number there (bibo:Series, dcat:DatasetSeries).
 *
 * @param title title of the series; empty for a number of its own
 * @param number number or name of the issue; empty if it has none
 */
public record Series(String title, String number) {
  /** Of no series. */
  public static final Series NONE = new Series("", "");

  private static final String NUMBER = " n° ";

  /** The series of a text such as {@code Insee Première n° 1780}. */
  public static Series parse(String text) {
    String plain = text.strip();
    if (plain.startsWith("n° ")) {
      return new Series("", plain.substring(3).strip());
    }
    int at = plain.lastIndexOf(NUMBER);
    if (at > 0) {
      return new Series(
          plain.substring(0, at).strip(), plain.substring(at + NUMBER.length()).strip());
    }
    return new Series("", plain);
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return title.isEmpty() && number.isEmpty();
  }

  /** Word by which the series is named in addresses: {@code insee-premiere}; empty if none. */
  public String key() {
    return Folding.of(title).replace(' ', '-');
  }
}
