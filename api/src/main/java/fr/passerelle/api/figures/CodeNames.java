package fr.passerelle.api.figures;

import java.util.Map;
import java.util.Optional;

/**
 * What the codes of a table stand for, where that is known.
 *
 * @param labels French name by dimension and code
 * @param uris persistent name by dimension and code
 */
public record CodeNames(
    Map<String, Map<String, String>> labels, Map<String, Map<String, String>> uris) {
  public CodeNames {
    labels = Map.copyOf(labels);
    uris = Map.copyOf(uris);
  }

  /** French name of a code, which is the code itself where none is known. */
  String label(String dimension, String code) {
    return labels.getOrDefault(dimension, Map.of()).getOrDefault(code, code);
  }

  /** Whether any code of a dimension has a name. */
  boolean hasLabels(String dimension) {
    return !labels.getOrDefault(dimension, Map.of()).isEmpty();
  }

  /** Persistent name of what a code stands for. */
  Optional<String> uri(String dimension, String code) {
    return Optional.ofNullable(uris.getOrDefault(dimension, Map.of()).get(code));
  }
}
