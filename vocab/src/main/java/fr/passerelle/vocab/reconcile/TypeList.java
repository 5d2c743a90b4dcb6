package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types of entities that there are. */
public final class TypeList {
  /** What a column of a spreadsheet usually holds; the rest is asked for by who wants it. */
  private static final Set<ConceptType> USUAL =
      EnumSet.of(
          ConceptType.FICHE_METIER,
          ConceptType.TERME_FORMACODE,
          ConceptType.CERTIFICATION,
          ConceptType.DIPLOME,
          ConceptType.GROUPE_SPECIALITE,
          ConceptType.FAMILLE_PROFESSIONNELLE,
          ConceptType.NIVEAU,
          ConceptType.THEME,
          ConceptType.REGION,
          ConceptType.DEPARTEMENT,
          ConceptType.CONCEPT);

  private final Snapshot snapshot;
  private final Optional<PublishedScheme> scheme;

  /**
   * @param scheme the only vocabulary wanted; empty for all
   */
  public TypeList(Snapshot snapshot, Optional<PublishedScheme> scheme) {
    this.snapshot = snapshot;
    this.scheme = scheme;
  }

  /**
   * A type with words for people.
   *
   * @param type the type
   * @param name French name
   * @param description how many entities there are
   * @param broader the vocabulary it is part of; empty for a vocabulary
   */
  public record Named(EntityType type, String name, String description, Optional<Named> broader) {}

  /** The type of that concept, then its vocabulary. */
  public static List<Named> of(Snapshot snapshot, Concept concept) {
    Named vocab = whole(snapshot, concept.ref().scheme(), "");
    return List.of(
        new Named(
            EntityType.of(concept),
            name(concept.type(), concept.ref().scheme()),
            "",
            Optional.of(vocab)),
        vocab);
  }

  /** Words for that type. */
  public static Named named(Snapshot snapshot, EntityType type) {
    return type.type()
        .map(each -> new Named(type, name(each, type.scheme()), "", Optional.empty()))
        .orElseGet(() -> whole(snapshot, type.scheme(), ""));
  }

  private static Named whole(Snapshot snapshot, String scheme, String description) {
    String title = snapshot.findScheme(scheme).map(each -> each.scheme().title()).orElse(scheme);
    return new Named(EntityType.of(scheme), title, description, Optional.empty());
  }

  private static String name(ConceptType type, String scheme) {
    return scheme.isEmpty() ? type.label() : type.label() + " (" + scheme + ")";
  }

  /** All types, each vocabulary before the types in it. */
  public List<Named> all() {
    return schemes().flatMap(each -> types(each).stream()).toList();
  }

  private Stream<PublishedScheme> schemes() {
    return scheme.isPresent() ? scheme.stream() : snapshot.schemes().stream();
  }

  private List<Named> types(PublishedScheme published) {
    Map<ConceptType, Integer> counts = new EnumMap<>(ConceptType.class);
    for (Concept concept : published.scheme().concepts()) {
      if (concept.status() != Status.RETIRED) {
        counts.merge(concept.type(), 1, Integer::sum);
      }
    }
    String id = published.scheme().id();
    int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
    Named vocab = whole(snapshot, id, counted(sum));
    List<Named> types = new ArrayList<>(List.of(vocab));
    counts.forEach((type, count) ->
        types.add(
            new Named(
                new EntityType(id, Optional.of(type)),
                name(type, id),
                counted(count),
                Optional.of(vocab))));
    return types;
  }

  private static String counted(int count) {
    return count == 1 ? "une notion" : count + " notions";
  }

  /**
   * Types that make sense where nobody says which: what a column usually holds, and of a list that
   * has nothing of the kind, all of it.
   */
  public List<Named> usual() {
    return schemes()
        .filter(each -> scheme.isPresent() || !each.companion())
        .flatMap(each -> usual(types(each)))
        .sorted(Comparator.comparing(each -> each.type().type().orElse(ConceptType.CONCEPT)))
        .toList();
  }

  private static Stream<Named> usual(List<Named> types) {
    List<Named> usual =
        types.stream()
            .filter(each -> each.type().type().filter(USUAL::contains).isPresent())
            .toList();
    return usual.isEmpty() ? types.stream().limit(1) : usual.stream();
  }

  /** Types whose identifier or name holds what is typed, all for nothing, in order. */
  public List<Named> typed(String prefix) {
    String folded = Folding.of(prefix);
    return all().stream()
        .filter(each -> each.type().id().startsWith(prefix.strip()) || holds(each.name(), folded))
        .toList();
  }

  /** Whether a word of the name begins so. */
  static boolean holds(String name, String folded) {
    return (" " + Folding.of(name)).contains(" " + folded);
  }
}
