package fr.passerelle.vocab.sssom;

import fr.passerelle.vocab.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The metadata block of a mapping set as another organisation wrote it.
 *
 * @param slots values by slot
 * @param lines how many lines it has
 */
record SssomHeader(Map<String, Object> slots, int lines) {
  /** Prefixes that SSSOM knows without declaration (SSSOM 1.0, TSV). */
  private static final Map<String, String> BUILT_IN =
      Map.of(
          "skos", "http://www.w3.org/2004/02/skos/core#",
          "semapv", "https://w3id.org/semapv/vocab/",
          "sssom", "https://w3id.org/sssom/",
          "owl", "http://www.w3.org/2002/07/owl#",
          "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#");

  private static final int MAX_LINES = 10_000;
  private static final int MAX_LENGTH = 1 << 20;

  SssomHeader {
    slots = Map.copyOf(slots);
  }

  /** Reads the lines that begin with {@code #}; the table follows. */
  static SssomHeader read(BufferedReader text, String file) throws IOException {
    StringBuilder block = new StringBuilder();
    int lines = 0;
    text.mark(1);
    while (text.read() == '#') {
      block.append(text.readLine()).append('\n');
      if (++lines > MAX_LINES || block.length() > MAX_LENGTH) {
        throw RefusedException.of(
            file + ":" + lines + ":1", "metadata", "bloc de métadonnées sans mesure");
      }
      text.mark(1);
    }
    text.reset();
    if (lines == 0) {
      throw RefusedException.of(
          file + ":1:1",
          "metadata",
          "pas de bloc de métadonnées : le fichier doit commencer par des lignes « # » (SSSOM TSV,"
              + " métadonnées incluses)");
    }
    return new SssomHeader(parse(block.toString(), file), lines);
  }

  private static Map<String, Object> parse(String yaml, String file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(10);
    options.setCodePointLimit(MAX_LENGTH);
    try {
      Map<String, Object> slots = new HashMap<>();
      if (yaml(options).load(yaml) instanceof Map<?, ?> map) {
        map.forEach((key, value) -> {
          if (value != null) {
            slots.put(String.valueOf(key), value);
          }
        });
      }
      return slots;
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      String place = mark == null ? "1:1" : mark.getLine() + 1 + ":" + (mark.getColumn() + 2);
      throw RefusedException.of(
          file + ":" + place, "metadata", "métadonnées YAML illisibles : " + e.getProblem());
    } catch (YAMLException e) {
      throw RefusedException.of(
          file + ":1:1", "metadata", "métadonnées YAML illisibles : " + e.getMessage());
    }
  }

  /** All scalars are strings: a version 1.10 is not the number 1.1. */
  private static Yaml yaml(LoaderOptions options) {
    DumperOptions none = new DumperOptions();
    Resolver strings =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            // None.
          }
        };
    return new Yaml(new SafeConstructor(options), new Representer(none), none, options, strings);
  }

  /** The value of a slot, the first where it has several; empty if there is none. */
  String get(String slot) {
    Object value = slots.getOrDefault(slot, "");
    Object first = value instanceof List<?> list && !list.isEmpty() ? list.getFirst() : value;
    return String.valueOf(first).strip();
  }

  /** The first of those slots that says something. */
  Optional<String> first(List<String> names) {
    return names.stream().map(this::get).filter(value -> !value.isEmpty()).findFirst();
  }

  /** Namespaces by prefix, the built-in ones included. */
  Map<String, String> namespaces() {
    Map<String, String> namespaces = new LinkedHashMap<>(BUILT_IN);
    if (slots.get("curie_map") instanceof Map<?, ?> map) {
      map.forEach(
          (prefix, uri) -> namespaces.put(String.valueOf(prefix), String.valueOf(uri).strip()));
    }
    return namespaces;
  }
}
