package fr.passerelle.api.graphql;

import fr.passerelle.vocab.ConceptRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The global identifier (Relay) of what has a code that something of another type may have too:
 * opaque, made of both. What has a name of its own shape is identified by it: vocabularies,
 * correspondences, collections, studies and perimeters.
 *
 * @param kind what it is
 * @param key its code among its like
 */
record NodeId(Kind kind, String key) {

  /** What is identified so. */
  enum Kind {
    CONCEPT("Concept"),
    INDICATOR("Indicator"),
    TERRITORY("Territory"),
    PRODUCER("Producer"),
    SERIES("Series");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /** Name of its type in the schema. */
    String type() {
      return type;
    }
  }

  static String of(ConceptRef ref) {
    return of(Kind.CONCEPT, ref.toString());
  }

  static String of(Kind kind, String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((kind.type() + ":" + key).getBytes(StandardCharsets.UTF_8));
  }

  /** What is meant; empty where {@link #of} did not write it. */
  static Optional<NodeId> parse(String id) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      return Arrays.stream(Kind.values())
          .filter(kind -> colon > 0 && kind.type().equals(plain.substring(0, colon)))
          .map(kind -> new NodeId(kind, plain.substring(colon + 1)))
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The code that an argument means: it may be given itself, or as an identifier. */
  static String key(Kind kind, String given) {
    return parse(given).filter(each -> each.kind() == kind).map(NodeId::key).orElse(given);
  }
}
