package fr.passerelle.catalog.yaml;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A table of keys in a file that a person wrote. What is missing, unknown or of another form is
 * collected, each with its key, so that one reading tells them all.
 */
public final class Section {
  private final String file;
  private final String rule;
  private final String path;
  private final List<Fault> faults;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Set<String> read = new LinkedHashSet<>();

  private Section(String file, String rule, String path, Object value, List<Fault> faults) {
    this.file = file;
    this.rule = rule;
    this.path = path;
    this.faults = faults;
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> values.put(String.valueOf(key), each == null ? "" : each));
    } else {
      refuse("", "une table de clés était attendue");
    }
  }

  /**
   * The whole of a file.
   *
   * @param file its name, for messages
   * @param rule name of what is broken by a mistake in it
   * @throws RefusedException where it is no YAML
   */
  public static Section of(String file, String rule, String text) {
    return of(file, rule, new StringReader(text));
  }

  /**
   * The whole of a file.
   *
   * @param file its name, for messages
   * @param rule name of what is broken by a mistake in it
   * @throws RefusedException where it is no YAML
   */
  public static Section of(String file, String rule, Reader text) {
    try {
      // SafeConstructor: what is read is data, it makes no objects.
      LoaderOptions options = new LoaderOptions();
      DumperOptions unused = new DumperOptions();
      Object value =
          new Yaml(
                  new SafeConstructor(options),
                  new Representer(unused),
                  unused,
                  options,
                  new DatesAsTexts())
              .load(text);
      return new Section(file, rule, "", value == null ? "" : value, new ArrayList<>());
    } catch (MarkedYAMLException e) {
      String place =
          file
              + ":"
              + (e.getProblemMark().getLine() + 1)
              + ":"
              + (e.getProblemMark().getColumn() + 1);
      throw RefusedException.of(place, "yaml", "fichier illisible : " + e.getProblem());
    }
  }

  /** The table under a key. */
  public Section section(String key) {
    return new Section(file, rule, path + key + ".", take(key), faults);
  }

  /** The tables of the list under a key. */
  public List<Section> sections(String key) {
    if (!(take(key) instanceof List<?> list)) {
      refuse(key, "une liste était attendue");
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (Object each : list) {
      sections.add(
          new Section(
              file,
              rule,
              path + key + "[" + sections.size() + "].",
              each == null ? "" : each,
              faults));
    }
    return sections;
  }

  /** The text under a key; empty where it has another form, which is told. */
  public String text(String key, String pattern) {
    Object value = take(key);
    if (value instanceof Map || value instanceof List || !String.valueOf(value).matches(pattern)) {
      refuse(key, "« " + value + " » n'a pas la forme attendue : " + pattern);
      return "";
    }
    return String.valueOf(value);
  }

  /** The text under a key, where the key is there. */
  public Optional<String> optional(String key, String pattern) {
    return has(key) ? Optional.of(text(key, pattern)) : Optional.empty();
  }

  /** A number from 1 to 999, where the key is there. */
  public OptionalInt number(String key) {
    if (!has(key)) {
      return OptionalInt.empty();
    }
    String digits = text(key, "[1-9]\\d{0,2}");
    return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    read.add(key);
    return values.containsKey(key);
  }

  /** All keys, in their order. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The texts under a key, one at least. */
  public List<String> texts(String key) {
    List<String> texts = list(key);
    if (texts.isEmpty()) {
      refuse(key, "une liste non vide était attendue");
    }
    return texts;
  }

  /** The texts under a key, each once. */
  public List<String> list(String key) {
    if (take(key) instanceof List<?> list) {
      return list.stream().map(String::valueOf).distinct().toList();
    }
    refuse(key, "une liste était attendue");
    return List.of();
  }

  private Object take(String key) {
    read.add(key);
    Object value = values.get(key);
    if (value == null) {
      refuse(key, "clé absente");
      return "";
    }
    return value;
  }

  /** Tells of every key that was not asked for. */
  public void refuseUnknown() {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(read);
    unknown.forEach(key -> refuse(key, "clé inconnue ; connues : " + read));
  }

  /** Tells that what is under a key is wrong. */
  public void refuse(String key, String message) {
    faults.add(new Fault(file + ":" + path + key, rule, message));
  }

  /**
   * Ends the reading.
   *
   * @throws RefusedException with all that was told, if anything was
   */
  public void refuseIfFaulty() {
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
  }

  /** Leaves dates as they are written: YAML would make them moments of a time zone. */
  private static final class DatesAsTexts extends Resolver {
    @Override
    public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, pattern, first, limit);
      }
    }
  }
}
