package fr.passerelle.catalog.profile;

import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.release.Stabilisation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads an instance profile (YAML) and says of each mistake which key to mend. */
public final class ProfileFile {
  private static final String STABILISATION = "stabilisation";

  private final String name;
  private final List<Fault> faults = new ArrayList<>();

  private ProfileFile(String name) {
    this.name = name;
  }

  /** The profile of the demonstration, bundled with the service. */
  public static Profile demonstration() {
    try (InputStream in =
            Objects.requireNonNull(ProfileFile.class.getResourceAsStream("demonstration.yaml"));
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new ProfileFile("demonstration.yaml").read(text);
    } catch (IOException e) {
      throw new IllegalStateException("the bundled profile is readable", e);
    }
  }

  /**
   * The profile in that file.
   *
   * @throws RefusedException with every key missing, unknown or wrong
   */
  public static Profile read(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw RefusedException.of(name, "file", "profil introuvable : " + path);
    }
    try (Reader text = Files.newBufferedReader(path)) {
      return new ProfileFile(name).read(text);
    }
  }

  private Profile read(Reader text) {
    Section root = new Section("", load(text));
    Section region = root.section("region");
    Section publisher = root.section("publisher");
    Section bases = root.section("bases");
    Section legal = root.section("legal");
    Profile profile =
        new Profile(
            new Profile.Region(region.text("code", "\\d{2}"), region.text("name", ".+")),
            new Profile.Publisher(
                publisher.text("name", ".+"),
                publisher.text("siret", "(\\d{14})?"),
                publisher.text("homepage", "https?://.+"),
                publisher.text("contact", "[^@ ]+@[^@ ]+"),
                publisher.text("postalAddress", ".+")),
            root.texts("languages"),
            base(bases, "national"),
            base(bases, "regional"),
            licence("licence", root.text("licence", ".+")),
            licences(root.section("licences")),
            permissions(root),
            stabilisation(root),
            root.text("themes", "[a-z0-9-]+"),
            root.texts("zonings"),
            sources(root),
            new Profile.Legal(
                legal.text("director", ".+"),
                legal.text("host", ".+"),
                legal.text("dataProtection", ".+"),
                legal.text("accessibility", "non|partielle|totale"),
                legal.text("retention", ".+")));
    for (Section section : List.of(root, region, publisher, bases, legal)) {
      section.refuseUnknown();
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return profile;
  }

  private Object load(Reader text) {
    try {
      // SafeConstructor: a profile is data, it makes no objects.
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (MarkedYAMLException e) {
      String place =
          name
              + ":"
              + (e.getProblemMark().getLine() + 1)
              + ":"
              + (e.getProblemMark().getColumn() + 1);
      throw RefusedException.of(place, "yaml", "profil illisible : " + e.getProblem());
    }
  }

  private String base(Section bases, String key) {
    String base = bases.text(key, "(https?://.*[^/])?");
    if (!base.isEmpty() && URI.create(base).getHost() == null) {
      refuse("bases." + key, "une base est une adresse http(s) avec un hôte : " + base);
    }
    return base;
  }

  private Licence licence(String key, String code) {
    return Licence.find(code)
        .orElseGet(() -> {
          refuse(key, "licence inconnue « " + code + " » ; connues : " + Licence.codes());
          return Licence.ETALAB_2_0;
        });
  }

  private Map<String, Licence> licences(Section section) {
    Map<String, Licence> licences = new LinkedHashMap<>();
    for (String edition : section.values.keySet()) {
      licences.put(edition, licence("licences." + edition, section.text(edition, ".+")));
    }
    return licences;
  }

  /** None where the key is absent: a permission is recorded, never assumed. */
  private Set<String> permissions(Section root) {
    if (!root.has("permissions")) {
      return Set.of();
    }
    List<String> editions = root.list("permissions");
    editions.stream()
        .filter(edition -> Edition.find(edition).isEmpty())
        .forEach(edition -> refuse("permissions", "édition inconnue : « " + edition + " »"));
    return Set.copyOf(editions);
  }

  /** None where the key is absent: what comes is published as it comes. */
  private Map<String, Stabilisation> stabilisation(Section root) {
    Map<String, Stabilisation> rules = new LinkedHashMap<>();
    if (root.has(STABILISATION)) {
      Section editions = root.section(STABILISATION);
      for (String edition : editions.values.keySet()) {
        Section rule = editions.section(edition);
        int deliveries = rule.number("deliveries").orElse(Stabilisation.USUAL_DELIVERIES);
        rules.put(edition, new Stabilisation(deliveries, rule.number("days")));
        rule.refuseUnknown();
      }
    }
    return rules;
  }

  /** None where the key is absent: no host is ever reached that is not written here. */
  private Map<String, HarvestSource> sources(Section root) {
    Map<String, HarvestSource> sources = new LinkedHashMap<>();
    if (root.has("sources")) {
      Section all = root.section("sources");
      for (String code : all.values.keySet()) {
        if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
          refuse("sources." + code, "un code de source : minuscules, chiffres et tirets");
        }
        sources.put(code, source(code, all.section(code)));
      }
    }
    return sources;
  }

  private HarvestSource source(String code, Section said) {
    boolean dcat = said.text("kind", "oai-pmh|dcat").equals("dcat");
    Map<String, String> producers = new LinkedHashMap<>();
    if (said.has("producers")) {
      Section names = said.section("producers");
      names.values.keySet().forEach(name -> producers.put(name, names.text(name, "[a-z0-9-]+")));
    }
    HarvestSource.Network usual = HarvestSource.Network.USUAL;
    HarvestSource source =
        new HarvestSource(
            code,
            dcat ? HarvestSource.Kind.DCAT : HarvestSource.Kind.OAI_PMH,
            said.text("url", "https?://[^\\s#]+"),
            dcat ? "" : said.optional("metadataPrefix", "oai_dc|pmb_xml_unimarc").orElse("oai_dc"),
            dcat ? "" : said.optional("set", "[A-Za-z0-9_.!~*'():-]+").orElse(""),
            said.optional("producer", "[a-z0-9-]+"),
            producers,
            new HarvestSource.Network(
                said.optional("privateNetwork", "true|false").filter("true"::equals).isPresent(),
                said.number("timeout").stream()
                    .mapToObj(Duration::ofSeconds)
                    .findFirst()
                    .orElse(usual.timeout()),
                said.number("pages").orElse(usual.pages()),
                said.number("megabytes").stream()
                    .map(each -> each << 20)
                    .findFirst()
                    .orElse(usual.bytes())));
    said.refuseUnknown();
    return source;
  }

  private void refuse(String key, String message) {
    faults.add(new Fault(name + ":" + key, "profile", message));
  }

  /** A mapping of the file, its keys ticked off as they are read. */
  private final class Section {
    private final String path;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Boolean> read = new LinkedHashMap<>();

    Section(String path, Object value) {
      this.path = path;
      if (value instanceof Map<?, ?> map) {
        map.forEach((key, each) -> values.put(String.valueOf(key), each == null ? "" : each));
      } else {
        refuse(path, "une table de clés était attendue");
      }
    }

    Section section(String key) {
      return new Section(path + key + ".", take(key));
    }

    String text(String key, String pattern) {
      Object value = take(key);
      if (value instanceof Map
          || value instanceof List
          || !String.valueOf(value).matches(pattern)) {
        refuse(path + key, "« " + value + " » n'a pas la forme attendue : " + pattern);
        return "";
      }
      return String.valueOf(value);
    }

    Optional<String> optional(String key, String pattern) {
      return has(key) ? Optional.of(text(key, pattern)) : Optional.empty();
    }

    /** A number from 1 to 999, where the key is there. */
    OptionalInt number(String key) {
      if (!has(key)) {
        return OptionalInt.empty();
      }
      String digits = text(key, "[1-9]\\d{0,2}");
      return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    boolean has(String key) {
      read.put(key, true);
      return values.containsKey(key);
    }

    List<String> texts(String key) {
      List<String> texts = list(key);
      if (texts.isEmpty()) {
        refuse(path + key, "une liste non vide était attendue");
      }
      return texts;
    }

    List<String> list(String key) {
      if (take(key) instanceof List<?> list) {
        return list.stream().map(String::valueOf).distinct().toList();
      }
      refuse(path + key, "une liste était attendue");
      return List.of();
    }

    private Object take(String key) {
      read.put(key, true);
      Object value = values.get(key);
      if (value == null) {
        refuse(path + key, "clé absente");
        return "";
      }
      return value;
    }

    void refuseUnknown() {
      Set<String> unknown = new java.util.TreeSet<>(values.keySet());
      unknown.removeAll(read.keySet());
      unknown.forEach(key -> refuse(path + key, "clé inconnue ; connues : " + read.keySet()));
    }
  }
}
