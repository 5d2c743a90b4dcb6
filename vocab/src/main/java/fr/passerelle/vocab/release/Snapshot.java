package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.search.ConceptSearch;
import fr.passerelle.vocab.search.ReleaseIndex;
import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything published at one moment: an immutable state that a request reads from its beginning to
 * its end, whatever is published meanwhile.
 *
 * <p>Publishability is decided before: a release without licence is not in a snapshot, nor are
 * texts that a licence does not cover ({@link Redaction}), and so in no channel, count or search.
 */
public final class Snapshot {
  /** Names that mean the current edition of a family. */
  private static final Map<String, String> ALIASES =
      Map.of("rome", "rome-4", "formacode", "formacode-14");

  private static final Set<ConceptType> CERTIFIED =
      EnumSet.of(ConceptType.CERTIFICATION, ConceptType.DIPLOME);

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");

  private final List<Loaded> loaded;
  private final Map<String, PublishedScheme> schemes;
  private final Map<String, PublishedCorrespondence> correspondences = new LinkedHashMap<>();
  private final Map<String, List<PublishedCorrespondence>> byScheme;
  private final Map<String, PublishedCollection> collections = new TreeMap<>();
  private final Map<String, Inverse> inverses = new HashMap<>();
  private final ConceptSearch search;
  private final String version;
  private final Map<String, Boolean> answered = new ConcurrentHashMap<>();

  /** A release in memory with what is derived from it. */
  record Loaded(
      StoredRelease stored,
      PublishedRelease published,
      Inverse inverse,
      List<PublishedCorrespondence> correspondences,
      Additions additions,
      ReleaseIndex index) {}

  Snapshot(List<Loaded> loaded) {
    this.loaded = List.copyOf(loaded);
    List<PublishedRelease> releases = loaded.stream().map(Loaded::published).toList();
    MergedSchemes merged = new MergedSchemes(releases);
    schemes = merged.schemes();
    for (Loaded each : loaded) {
      inverses.put(each.published().release().edition().id(), each.inverse());
      each.correspondences()
          .forEach(correspondence ->
              correspondences.putIfAbsent(correspondence.correspondence().id(), correspondence));
      each.additions()
          .collections()
          .forEach(
              collection -> collections.putIfAbsent(collection.collection().key(), collection));
    }
    byScheme = byScheme(correspondences.values());
    search =
        ConceptSearch.over(loaded.stream().map(each -> shown(each, merged)).toList(), annotated());
    version = version(loaded);
  }

  /** A scheme has a tenth of the correspondences, and a walk asks for them at every step. */
  private static Map<String, List<PublishedCorrespondence>> byScheme(
      Collection<PublishedCorrespondence> all) {
    Map<String, List<PublishedCorrespondence>> byScheme = new HashMap<>();
    for (PublishedCorrespondence by : all) {
      Correspondence each = by.correspondence();
      Stream.of(each.source(), each.target())
          .distinct()
          .forEach(scheme -> byScheme.computeIfAbsent(scheme, key -> new ArrayList<>()).add(by));
    }
    byScheme.replaceAll((scheme, list) -> List.copyOf(list));
    return byScheme;
  }

  /** What releases say of concepts of others, by concept. */
  private Map<Concept, List<Annotation>> annotated() {
    Map<Concept, List<Annotation>> annotated = new LinkedHashMap<>();
    for (Loaded each : loaded) {
      each.additions()
          .annotations()
          .forEach((ref, said) ->
              find(ref)
                  .ifPresent(concept ->
                      annotated
                          .computeIfAbsent(concept, key -> new ArrayList<>())
                          .addAll(said.stream().map(PublishedAnnotation::annotation).toList())));
    }
    return annotated;
  }

  /** A stub whose own record is published elsewhere is not found twice. */
  private static ReleaseIndex shown(Loaded each, MergedSchemes merged) {
    Set<ConceptRef> hidden =
        each.published().release().schemes().stream()
            .flatMap(scheme -> scheme.concepts().stream())
            .filter(concept -> !merged.shows(each.published(), concept))
            .map(Concept::ref)
            .collect(Collectors.toSet());
    return each.index().without(hidden);
  }

  private static String version(List<Loaded> loaded) {
    String all =
        loaded.stream()
            // The file is named after edition, release and content: one content under a new name
            // is another citation. What it shows depends on permissions too.
            .map(each ->
                String.join(
                    "/",
                    each.stored().file(),
                    each.published().licence().code(),
                    each.published().hash()))
            .collect(Collectors.joining(","));
    byte[] hash = SourceFile.digest().digest(all.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  List<Loaded> loaded() {
    return loaded;
  }

  /** Name of this state: two snapshots of one name say the same. Part of every cache key. */
  public String version() {
    return version;
  }

  /** Published releases, by edition. */
  public List<PublishedRelease> releases() {
    return loaded.stream().map(Loaded::published).toList();
  }

  /** All published schemes: editions and the lists that come with them. */
  public List<PublishedScheme> schemes() {
    return List.copyOf(schemes.values());
  }

  /** The scheme of that identifier or alias. */
  public Optional<PublishedScheme> findScheme(String idOrAlias) {
    String id = idOrAlias.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(schemes.get(ALIASES.getOrDefault(id, id)));
  }

  /** The concept of that name, if it is published. */
  public Optional<Concept> find(ConceptRef ref) {
    return Optional.ofNullable(schemes.get(ref.scheme()))
        .flatMap(each -> each.scheme().find(ref.code()));
  }

  /** The concept of a scheme by its code as people write it: {@code m 1805}, {@code 38667}. */
  public Optional<Concept> find(PublishedScheme scheme, String code) {
    Scheme among = scheme.scheme();
    return among
        .find(code)
        .or(() -> {
          String tidy = BLANKS.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
          return among.find(tidy).or(() -> among.find(among.id().toUpperCase(Locale.ROOT) + tidy));
        });
  }

  /**
   * Links of that kind that point at a concept; each link's target is the concept it comes from.
   */
  public Stream<Link> inverse(ConceptRef ref, Link.Kind kind) {
    return inverse(ref).filter(link -> link.kind() == kind);
  }

  /** All links that point at a concept; each link's target is the concept it comes from. */
  public Stream<Link> inverse(ConceptRef ref) {
    return inverses.values().stream().flatMap(inverse -> inverse.of(ref).stream());
  }

  /** Everything that published correspondences say of a concept, read from it. */
  public Stream<Mapping> mappings(ConceptRef ref) {
    return correspondences(ref.scheme()).stream()
        .flatMap(by ->
            Stream.concat(
                by.from(ref).stream().map(pair -> new Mapping(by, pair, false)),
                by.to(ref).stream().map(pair -> new Mapping(by, pair.inverse(), true))));
  }

  /** All published correspondences. */
  public List<PublishedCorrespondence> correspondences() {
    return List.copyOf(correspondences.values());
  }

  /** Published correspondences that have a scheme at either end. */
  public List<PublishedCorrespondence> correspondences(String scheme) {
    return byScheme.getOrDefault(scheme, List.of());
  }

  /** The correspondence of that identifier, {@code {author}/{source}--{target}}. */
  public Optional<PublishedCorrespondence> findCorrespondence(String id) {
    return Optional.ofNullable(correspondences.get(id));
  }

  /** All published collections, in the order of their keys. */
  public List<PublishedCollection> collections() {
    return List.copyOf(collections.values());
  }

  /** Published collections that a concept is in. */
  public List<PublishedCollection> collections(ConceptRef ref) {
    return collections.values().stream().filter(each -> each.members().contains(ref)).toList();
  }

  /** The collection of that key, {@code {author}/{id}}. */
  public Optional<PublishedCollection> findCollection(String key) {
    return Optional.ofNullable(collections.get(key));
  }

  /** What published releases say of a concept of another edition, by edition. */
  public List<PublishedAnnotation> annotations(ConceptRef ref) {
    return loaded.stream().flatMap(each -> each.additions().of(ref).stream()).toList();
  }

  /**
   * Certifications that reach a ROME 4 sheet through its ROME 3 parents, each once: their producer
   * indexes them on ROME 3, whose codes have another scope than the ROME 4 codes of the same
   * letters, so that they are never pairs of the ROME 4 sheet itself.
   */
  public Stream<ConceptRef> certificationsOfV3Parents(Concept sheet) {
    return sheet
        .links(Link.Kind.PARENT_V3)
        .flatMap(parent -> mappings(parent.target()))
        .map(mapping -> mapping.pair().to())
        .filter(ref -> find(ref).filter(each -> CERTIFIED.contains(each.type())).isPresent())
        .distinct();
  }

  /** The answer to a yes-or-no question about this state, found once. */
  public boolean once(String question, BooleanSupplier answer) {
    return answered.computeIfAbsent(question, key -> answer.getAsBoolean());
  }

  /** Search over all that is published. */
  public ConceptSearch search() {
    return search;
  }
}
