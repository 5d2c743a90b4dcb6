package fr.passerelle.catalog.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who may see a study, once it is published as a record. */
public enum Visibility {
  /** Everyone. */
  PUBLIC,
  /** The producers of the network, with their keys. */
  NETWORK,
  /** Its producer only. */
  PRODUCER;

  /** Word by which it is written, in lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that {@link #id()}; a space does for a hyphen. */
  public static Optional<Visibility> find(String id) {
    String word = id.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Arrays.stream(values()).filter(each -> each.id().equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Visibility::id).toList();
  }
}
