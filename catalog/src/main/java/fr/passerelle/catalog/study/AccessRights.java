package fr.passerelle.catalog.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who may read the study itself (EU authority table access-right). */
public enum AccessRights {
  /** Everyone. */
  PUBLIC,
  /** Some, or under conditions. */
  RESTRICTED,
  /** Nobody outside. */
  NON_PUBLIC;

  /** Word by which it is written, in lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that {@link #id()}; a space does for a hyphen. */
  public static Optional<AccessRights> find(String id) {
    String word = id.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Arrays.stream(values()).filter(each -> each.id().equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(AccessRights::id).toList();
  }
}
