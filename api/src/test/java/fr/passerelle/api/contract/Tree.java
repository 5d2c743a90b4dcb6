package fr.passerelle.api.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A contract as YAML, of which the nodes are maps, lists and plain values. */
final class Tree {
  private Tree() {}

  /** Dates stay the words that they are, as in YAML 1.2. */
  private static final class Words extends Resolver {
    @Override
    public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, pattern, first, limit);
      }
    }
  }

  static Map<String, Object> read(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    DumperOptions none = new DumperOptions();
    return new Yaml(new SafeConstructor(options), new Representer(none), none, options, new Words())
        .load(Files.readString(file));
  }

  static String write(Map<String, Object> contract) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(110);
    options.setAllowUnicode(true);
    // One value that stands in two places is written twice.
    Representer plain = new Representer(options);
    options.setDereferenceAliases(true);
    return new Yaml(plain, options).dump(contract);
  }

  @SuppressWarnings("unchecked") // mappings of a contract have names as keys
  static Map<String, Object> map(@Nullable Object node) {
    return (Map<String, Object>) Objects.requireNonNull(node);
  }

  /** The mapping under that name. */
  static Map<String, Object> map(Map<String, Object> node, String name) {
    return map(Objects.requireNonNull(node.get(name), name));
  }

  /** The list under that name; empty where there is none. */
  @SuppressWarnings("unchecked") // any value is an object
  static List<Object> list(Map<String, Object> node, String name) {
    return (List<Object>) node.getOrDefault(name, List.of());
  }

  static String text(Map<String, Object> node, String name) {
    return String.valueOf(node.getOrDefault(name, ""));
  }
}
