package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.reconcile.Agreement.Held;
import fr.passerelle.vocab.reconcile.Question.Constraint;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.Likeness;
import fr.passerelle.vocab.search.Match;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.service.Hierarchy;
import fr.passerelle.vocab.service.Resolver;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the concepts that a question may mean, each with a score that says how much speaks for it.
 *
 * <p>An exact code or identifier is worth 100, an exact preferred label 100, another exact label
 * 95; what resembles stays at 90 at most. What a property contradicts loses half each time, a fifth
 * where nothing is known of it. Only one candidate is ever certain: the only one of the types asked
 * that has the code, or else the only one in use that has the label, and nothing contradicts it.
 */
public final class Reconciler {
  /** Concepts looked at: the best that search gives. */
  private static final int POOL = 60;

  /** The same, where properties choose among them. */
  private static final int CONSTRAINED_POOL = 100;

  /** Best first; among equals what is certain, then what is in use. */
  private static final Comparator<Candidate> ORDER =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparing(each -> !each.match())
          .thenComparing(each -> each.concept().status() != Status.CURRENT);

  /** Properties that find by themselves; the others only choose. */
  private static final Set<String> SEARCHABLE =
      Set.of(Properties.CODE, Properties.PREF_LABEL, Properties.ALT_LABEL, Properties.BROADER);

  private static final Match UNSEARCHED = new Match(Match.Field.NONE, "");

  private final Snapshot snapshot;
  private final Optional<PublishedScheme> scheme;
  private final Resolver resolver;
  private final Properties properties;

  /**
   * @param scheme the only vocabulary to look in; empty for all
   */
  public Reconciler(
      Snapshot snapshot, Uris uris, Optional<PublishedScheme> scheme, Properties properties) {
    this.snapshot = snapshot;
    this.scheme = scheme;
    this.resolver = new Resolver(snapshot, uris, scheme);
    this.properties = properties;
  }

  /**
   * The candidates for a question, best first.
   *
   * @throws UnanswerableException where it names a type or property that there is not, or nothing
   *     to look for
   */
  public List<Candidate> answer(Question question) {
    List<EntityType> types = question.types().stream().map(this::type).toList();
    List<Agreement> agreements = question.constraints().stream().map(this::agreement).toList();
    Filter filter = new Filter(types, question.strictness() == Question.Strictness.ALL);
    List<Clue> clues =
        found(question, filter).values().stream()
            .map(clue -> clue.with(held(clue.concept(), agreements)))
            .toList();
    Optional<ConceptRef> certain = certain(clues).map(clue -> clue.concept().ref());
    return clues.stream()
        .map(clue -> candidate(clue, certain))
        .sorted(ORDER)
        .limit(Math.min(question.limit(), Question.MOST_CANDIDATES))
        .toList();
  }

  private static Candidate candidate(Clue clue, Optional<ConceptRef> certain) {
    boolean match = certain.filter(clue.concept().ref()::equals).isPresent();
    return new Candidate(clue.concept(), clue.description(), clue.score(), match, clue.features());
  }

  /**
   * The entities that somebody may be typing the name, code or identifier of.
   *
   * @param type the type wanted; empty for any
   * @param skip how many were shown before
   * @param limit how many at most
   */
  public List<Concept> typed(String prefix, Optional<EntityType> type, int skip, int limit) {
    Filter filter = new Filter(type.stream().toList(), /* all= */ false);
    Stream<Concept> named = resolver.concepts(prefix).stream();
    Stream<Concept> found =
        search(prefix, filter, skip + limit).stream()
            .flatMap(page -> page.hits().stream())
            .flatMap(hit -> snapshot.find(hit.ref()).stream());
    return Stream.concat(named, found)
        .filter(each -> here(each) && filter.holds(each))
        .distinct()
        .skip(skip)
        .limit(limit)
        .toList();
  }

  /** Whether a retired concept is meant is for a person to say, unless its code is given. */
  private static Optional<Clue> certain(List<Clue> clues) {
    boolean coded = clues.stream().anyMatch(Clue::code);
    List<Clue> same =
        clues.stream()
            .filter(clue -> coded ? clue.code() : clue.named() && !clue.retired())
            .filter(Clue::agrees)
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  private EntityType type(String id) {
    return EntityType.find(snapshot, id)
        .orElseThrow(() ->
            new UnanswerableException("type", "type inconnu ; suggest/type donne ceux qu'il y a"));
  }

  private Agreement agreement(Constraint constraint) {
    return properties
        .find(constraint.property())
        .map(property -> Agreement.of(property, constraint.values(), resolver))
        .orElseThrow(() ->
            new UnanswerableException(
                "properties", "propriété inconnue ; suggest/property donne celles qu'il y a"));
  }

  /** Whether each property is as said; one given twice has to be so twice. */
  private Map<String, Held> held(Concept concept, List<Agreement> agreements) {
    Map<String, Held> held = new HashMap<>();
    agreements.forEach(
        each -> held.merge(each.property().id(), each.holds(snapshot, concept), Held::worse));
    return held;
  }

  /** What may be meant, by name, in the order found. */
  private Map<ConceptRef, Clue> found(Question question, Filter filter) {
    Map<ConceptRef, Clue> found = new LinkedHashMap<>();
    String text = question.text().isBlank() ? label(question) : question.text();
    Likeness likeness = Likeness.to(text);
    for (Concept concept : resolver.concepts(text)) {
      add(found, filter, Clue.of(concept, true, likeness, UNSEARCHED));
    }
    boolean constrained = !question.constraints().isEmpty();
    search(text, filter, constrained ? CONSTRAINED_POOL : POOL)
        .ifPresent(page -> addAll(found, filter, likeness, page));
    beside(question, text.isBlank())
        .forEach(concept -> add(found, filter, Clue.of(concept, false, likeness, UNSEARCHED)));
    if (text.isBlank() && values(question, SEARCHABLE).findAny().isEmpty()) {
      throw new UnanswerableException(
          "query", "donner query, ou l'une des propriétés code, prefLabel, altLabel, broader");
    }
    return found;
  }

  private void addAll(Map<ConceptRef, Clue> found, Filter filter, Likeness likeness, Page page) {
    boolean corrected = page.reading().corrected();
    Likeness meant = corrected ? Likeness.to(page.reading().text()) : likeness;
    for (Hit hit : page.hits()) {
      snapshot
          .find(hit.ref())
          .map(concept -> Clue.of(concept, false, meant, hit.match()))
          .map(clue -> corrected ? clue.misspelt() : clue)
          .ifPresent(clue -> add(found, filter, page.relaxed() ? clue.partly() : clue));
    }
  }

  private void add(Map<ConceptRef, Clue> found, Filter filter, Clue clue) {
    if (here(clue.concept()) && filter.holds(clue.concept())) {
      found.putIfAbsent(clue.concept().ref(), clue);
    }
  }

  private boolean here(Concept concept) {
    return scheme.filter(each -> !each.scheme().id().equals(concept.ref().scheme())).isEmpty();
  }

  /** A label given as a property is as good as a text. */
  private static String label(Question question) {
    return values(question, Set.of(Properties.PREF_LABEL, Properties.ALT_LABEL))
        .findFirst()
        .orElse("");
  }

  /** Concepts of the codes beside the text; without text, also those below what is beside. */
  private Stream<Concept> beside(Question question, boolean alone) {
    Stream<Concept> coded =
        values(question, Set.of(Properties.CODE)).flatMap(code -> resolver.concepts(code).stream());
    return alone
        ? Stream.concat(
            coded,
            values(question, Set.of(Properties.BROADER))
                .limit(1)
                .flatMap(this::above)
                .flatMap(each -> Hierarchy.descendants(snapshot, each).stream())
                .map(Hierarchy.Relative::concept)
                .limit(CONSTRAINED_POOL))
        : coded;
  }

  /** The concept of that code, else of that label. */
  private Stream<Concept> above(String given) {
    List<Concept> coded = resolver.concepts(given);
    return coded.isEmpty() ? resolver.label(given).concept().stream() : coded.stream();
  }

  private static Stream<String> values(Question question, Set<String> wanted) {
    return question.constraints().stream()
        .filter(each -> wanted.contains(each.property()))
        .map(Constraint::values)
        .flatMap(List::stream);
  }

  /** What search finds; nothing for a blank text, which would list all. */
  private Optional<Page> search(String text, Filter filter, int pool) {
    Set<String> vocabs =
        scheme.map(each -> Set.of(each.scheme().id())).orElseGet(() -> filter.vocabs());
    SearchQuery query = SearchQuery.of(text, pool).inVocabs(vocabs).ofTypes(filter.conceptTypes());
    return text.isBlank() ? Optional.empty() : Optional.of(snapshot.search().search(query));
  }

  /**
   * The types asked.
   *
   * @param types the types; empty for any
   * @param all whether all are needed
   */
  private record Filter(List<EntityType> types, boolean all) {
    boolean holds(Concept concept) {
      return types.isEmpty()
          || (all
              ? types.stream().allMatch(each -> each.holds(concept))
              : types.stream().anyMatch(each -> each.holds(concept)));
    }

    /** Vocabularies that search may be bounded to; empty for all. */
    Set<String> vocabs() {
      Set<String> named =
          types.stream()
              .map(EntityType::scheme)
              .filter(each -> !each.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new));
      boolean everywhere = types.stream().anyMatch(each -> each.scheme().isEmpty());
      return everywhere && !all ? Set.of() : named;
    }

    Set<ConceptType> conceptTypes() {
      Set<ConceptType> named = EnumSet.noneOf(ConceptType.class);
      types.forEach(each -> each.type().ifPresent(named::add));
      boolean any = types.stream().anyMatch(each -> each.type().isEmpty());
      return any && !all ? Set.of() : named;
    }
  }
}
