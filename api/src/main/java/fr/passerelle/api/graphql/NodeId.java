package fr.passerelle.api.graphql;

import fr.passerelle.vocab.ConceptRef;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The global identifier of a concept (Relay), opaque; that of a vocabulary is its own. */
final class NodeId {
  private NodeId() {}

  static String of(ConceptRef ref) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("Concept:" + ref).getBytes(StandardCharsets.UTF_8));
  }

  /** The concept meant; empty where {@link #of} did not write it. */
  static Optional<ConceptRef> parse(String id) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
      String[] parts = plain.split("[:/]", 3);
      return parts.length == 3 && parts[0].equals("Concept")
          ? Optional.of(new ConceptRef(parts[1], parts[2]))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
