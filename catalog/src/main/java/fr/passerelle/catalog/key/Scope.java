package fr.passerelle.catalog.key;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a key allows; reading needs none. */
public enum Scope {
  /** To publish vocabularies and correspondences under the author of the key. */
  DEPOSIT,
  /** To read more in a given time. */
  QUOTA,
  /** To deposit the studies of the producer of the key, and to read those of the network. */
  STUDIES,
  /** To deliver the figures of the producer of the key. */
  FIGURES,
  /** To act as the operator: to qualify, to see and to change all studies. */
  OPERATOR;

  /** Word by which it is named, in commands and in {@code WWW-Authenticate}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of that {@link #id()}. */
  public static Optional<Scope> find(String id) {
    return Arrays.stream(values()).filter(scope -> scope.id().equals(id)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Scope::id).toList();
  }
}
