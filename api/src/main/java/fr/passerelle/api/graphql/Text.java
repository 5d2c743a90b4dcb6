package fr.passerelle.api.graphql;

import org.jspecify.annotations.Nullable;

/** Text that may be absent. */
final class Text {
  private Text() {}

  /** Null for an empty text, as a field of the graph says that there is none. */
  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
