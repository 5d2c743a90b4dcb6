package fr.passerelle.catalog.secrecy.sealing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML of which every scalar is text: the code {@code 01} is no number, {@code NO} no falsehood.
 */
public final class Yamls {
  private Yamls() {}

  /** Takes no scalar for anything but text. */
  private static final class TextOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // None.
    }

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return kind == NodeId.scalar ? Tag.STR : super.resolve(kind, value, implicit);
    }
  }

  private static Yaml yaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    LoaderOptions loading = new LoaderOptions();
    return new Yaml(
        new SafeConstructor(loading), new Representer(options), options, loading, new TextOnly());
  }

  /** Texts, lists and maps of these. */
  public static String write(Map<String, Object> all) {
    return yaml().dump(all);
  }

  /**
   * A map of texts, lists and maps.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Map<String, Object> read(String text) {
    try {
      return map(yaml().load(text));
    } catch (YAMLException e) {
      throw new IllegalArgumentException("no YAML", e);
    }
  }

  private static Map<String, Object> map(Object value) {
    if (!(value instanceof Map<?, ?> found)) {
      throw new IllegalArgumentException("a map");
    }
    Map<String, Object> all = new LinkedHashMap<>();
    found.forEach((key, each) -> all.put(String.valueOf(key), each));
    return Collections.unmodifiableMap(all);
  }

  /** The map under a key. */
  public static Map<String, Object> map(Map<String, Object> all, String key) {
    return map(known(all, key));
  }

  /** The text under a key. */
  public static String text(Map<String, Object> all, String key) {
    if (!(known(all, key) instanceof String text)) {
      throw new IllegalArgumentException(key);
    }
    return text;
  }

  private static Object known(Map<String, Object> all, String key) {
    Object value = all.get(key);
    if (value == null) {
      throw new IllegalArgumentException(key);
    }
    return value;
  }

  /** The list of texts under a key. */
  public static List<String> texts(Map<String, Object> all, String key) {
    if (!(known(all, key) instanceof List<?> found)
        || !found.stream().allMatch(String.class::isInstance)) {
      throw new IllegalArgumentException(key);
    }
    return found.stream().map(String.class::cast).toList();
  }
}
