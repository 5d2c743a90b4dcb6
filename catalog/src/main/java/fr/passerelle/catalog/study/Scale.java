package fr.passerelle.catalog.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How wide a study looks. */
public enum Scale {
  /** The world. */
  WORLD,
  /** Europe. */
  EUROPEAN,
  /** France. */
  NATIONAL,
  /** A region. */
  REGIONAL,
  /** Parts of a region, each by itself. */
  TERRITORIAL;

  /** Word by which it is written, in lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that {@link #id()}; a space does for a hyphen. */
  public static Optional<Scale> find(String id) {
    String word = id.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Arrays.stream(values()).filter(each -> each.id().equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Scale::id).toList();
  }
}
