package fr.passerelle.catalog.profile;

import fr.passerelle.catalog.yaml.Section;
import fr.passerelle.vocab.Edition;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads an instance profile (YAML) and says of each mistake which key to mend. */
public final class ProfileFile {
  private static final String RULE = "profile";
  private static final String STABILISATION = "stabilisation";

  private final Section root;

  private ProfileFile(Section root) {
    this.root = root;
  }

  /** The profile of the demonstration, bundled with the service. */
  public static Profile demonstration() {
    try (InputStream in =
            Objects.requireNonNull(ProfileFile.class.getResourceAsStream("demonstration.yaml"));
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new ProfileFile(Section.of("demonstration.yaml", RULE, text)).read();
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
      return new ProfileFile(Section.of(name, RULE, text)).read();
    }
  }

  private Profile read() {
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
            trustedDocumentsOnly(root),
            AccessSection.read(root),
            sparql(root),
            new Profile.Legal(
                legal.text("director", ".+"),
                legal.text("host", ".+"),
                legal.text("dataProtection", ".+"),
                legal.text("accessibility", "non|partielle|totale"),
                legal.text("retention", ".+")));
    for (Section section : List.of(root, region, publisher, bases, legal)) {
      section.refuseUnknown();
    }
    root.refuseIfFaulty();
    return profile;
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
          refuse(key, Licence.refusal(code));
          return Licence.ETALAB_2_0;
        });
  }

  private Map<String, Licence> licences(Section section) {
    Map<String, Licence> licences = new LinkedHashMap<>();
    for (String edition : section.keys()) {
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
      for (String edition : editions.keys()) {
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
      for (String code : all.keys()) {
        if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
          refuse("sources." + code, "un code de source : minuscules, chiffres et tirets");
        }
        sources.put(code, source(code, all.section(code)));
      }
    }
    return sources;
  }

  /** Where the key is absent, any document may be asked. */
  private static boolean trustedDocumentsOnly(Section root) {
    if (!root.has("graphql")) {
      return false;
    }
    Section graphql = root.section("graphql");
    boolean only =
        graphql.optional("trustedDocumentsOnly", "true|false").filter("true"::equals).isPresent();
    graphql.refuseUnknown();
    return only;
  }

  /** None where the key is absent: the service answers itself. */
  private static Optional<SparqlStore> sparql(Section root) {
    if (!root.has("sparql")) {
      return Optional.empty();
    }
    Section said = root.section("sparql");
    SparqlStore store =
        new SparqlStore(
            said.text("query", "https?://[^\\s#?]+"),
            said.text("graphs", "https?://[^\\s#?]+"),
            said.optional("user", "[^\\s:]+"),
            said.optional("passwordFile", ".+").map(Path::of),
            said.optional("privateNetwork", "true|false").filter("true"::equals).isPresent(),
            said.number("timeout").stream()
                .mapToObj(Duration::ofSeconds)
                .findFirst()
                .orElse(SparqlStore.USUAL_TIMEOUT));
    said.refuseUnknown();
    return Optional.of(store);
  }

  private HarvestSource source(String code, Section said) {
    boolean dcat = said.text("kind", "oai-pmh|dcat").equals("dcat");
    Map<String, String> producers = new LinkedHashMap<>();
    if (said.has("producers")) {
      Section names = said.section("producers");
      names.keys().forEach(name -> producers.put(name, names.text(name, "[a-z0-9-]+")));
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
    root.refuse(key, message);
  }
}
