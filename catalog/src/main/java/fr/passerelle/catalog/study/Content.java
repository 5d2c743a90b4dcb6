package fr.passerelle.catalog.study;

import java.util.List;
import java.util.function.Predicate;

/**
 * What its producer says of a study.
 *
 * @param title title, on one line, without markup
 * @param abstractText what it is about (dct:abstract); empty if not told
 * @param producers codes of its producers, the one that announces it first
 * @param authors names of its authors, which can be erased
 * @param kind what kind of thing it is
 * @param scale how wide it looks
 * @param subjects what it is about
 * @param series its series and number
 * @param dates its dates
 * @param reading how it is read
 * @param relations what it has to do with others
 * @param method how it is made; empty if not told
 * @param note anything else; empty if there is nothing
 */
public record Content(
    String title,
    String abstractText,
    List<String> producers,
    List<String> authors,
    StudyKind kind,
    Scale scale,
    Subjects subjects,
    Series series,
    Dates dates,
    Reading reading,
    Relations relations,
    String method,
    String note) {

  public Content {
    producers = List.copyOf(producers);
    authors = List.copyOf(authors);
    if (title.isBlank() || producers.isEmpty()) {
      throw new IllegalArgumentException("a study has a title and a producer");
    }
  }

  /** The same without those authors. */
  public Content without(Predicate<String> erased) {
    return new Content(
        title,
        abstractText,
        producers,
        authors.stream().filter(each -> !erased.test(each)).toList(),
        kind,
        scale,
        subjects,
        series,
        dates,
        reading,
        relations,
        method,
        note);
  }

  /** The same about those subjects. */
  public Content about(Subjects others) {
    return new Content(
        title,
        abstractText,
        producers,
        authors,
        kind,
        scale,
        others,
        series,
        dates,
        reading,
        relations,
        method,
        note);
  }
}
