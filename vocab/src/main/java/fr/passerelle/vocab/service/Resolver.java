package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Folding;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.SearchQuery;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what codes, URIs, CURIEs and labels stand for. */
public final class Resolver {
  /** Codes in one question. */
  public static final int MOST_CODES = 1_000;

  /** Labels in one question: each is a search. */
  public static final int MOST_LABELS = 100;

  /** To look for a near code costs a search: beyond these, unknown ones are only said unknown. */
  private static final int MOST_NEAREST = 20;

  /** Concepts that share one label; no vocabulary has so many. */
  private static final int MOST_CANDIDATES = 100;

  private final Snapshot snapshot;
  private final Uris uris;
  private final Optional<PublishedScheme> scheme;
  private int searched;

  /**
   * @param scheme where bare codes and labels are looked for; empty for everywhere
   */
  public Resolver(Snapshot snapshot, Uris uris, Optional<PublishedScheme> scheme) {
    this.snapshot = snapshot;
    this.uris = uris;
    this.scheme = scheme;
  }

  /**
   * What a code stands for.
   *
   * @param input a code as people write it, a URI given by this service, or {@code scheme:code}
   */
  public Resolved code(String input) {
    return resolved(input, concepts(input));
  }

  /** The concepts of that code or URI, without looking for near ones; none where it is blank. */
  public List<Concept> concepts(String input) {
    return input.isBlank() ? List.of() : candidates(input.strip());
  }

  private List<Concept> candidates(String input) {
    Optional<String> path = path(input);
    if (path.isPresent()) {
      return named(path.get(), '/').toList();
    }
    List<Concept> prefixed =
        Stream.concat(named(input, ':'), named(input, '/')).distinct().toList();
    if (!prefixed.isEmpty()) {
      return prefixed;
    }
    return schemes().flatMap(each -> snapshot.find(each, input).stream()).toList();
  }

  /** What follows the base of a URI of ours. */
  private Optional<String> path(String input) {
    return Stream.of(uris.nationalBase(), uris.regionalBase())
        .map(base -> base + "/id/vocab/")
        .filter(input::startsWith)
        .map(base -> decoded(input.substring(base.length())))
        .findFirst();
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  /** A scheme, a sign, a code. */
  private Stream<Concept> named(String input, char sign) {
    int at = input.indexOf(sign);
    return at <= 0
        ? Stream.empty()
        : snapshot
            .findScheme(input.substring(0, at))
            .flatMap(found -> snapshot.find(found, input.substring(at + 1)))
            .stream();
  }

  private Stream<PublishedScheme> schemes() {
    return scheme.isPresent() ? scheme.stream() : snapshot.schemes().stream();
  }

  /** What a label stands for, case, accents, ligatures and punctuation aside. */
  public Resolved label(String input) {
    String folded = Folding.of(input);
    if (folded.isEmpty()) {
      return resolved(input, List.of());
    }
    SearchQuery query = SearchQuery.of(input, MOST_CANDIDATES).inVocabs(vocabs());
    List<Hit> hits = snapshot.search().search(query).hits();
    List<Concept> same =
        hits.stream()
            .flatMap(hit -> snapshot.find(hit.ref()).stream())
            .filter(each -> isNamed(each, folded))
            .toList();
    return same.isEmpty()
        ? unknown(input, hits.stream().limit(3).map(Hit::ref).toList())
        : resolved(input, same);
  }

  private static boolean isNamed(Concept concept, String folded) {
    return Stream.of(concept.prefLabels(), concept.altLabels(), concept.hiddenLabels())
        .flatMap(List::stream)
        .map(Label::text)
        .anyMatch(label -> Folding.of(label).equals(folded));
  }

  private Set<String> vocabs() {
    return scheme.map(each -> Set.of(each.scheme().id())).orElse(Set.of());
  }

  private Resolved resolved(String input, List<Concept> found) {
    if (found.isEmpty()) {
      return unknown(input, nearest(input));
    }
    if (found.size() > 1) {
      return new Resolved(
          input, Resolved.Outcome.AMBIGUOUS, Optional.empty(), found, List.of(), List.of());
    }
    Concept concept = found.getFirst();
    boolean retired = concept.status() == Status.RETIRED;
    return new Resolved(
        input,
        retired ? Resolved.Outcome.RETIRED : Resolved.Outcome.FOUND,
        Optional.of(concept),
        List.of(),
        Translator.replacements(concept),
        List.of());
  }

  private static Resolved unknown(String input, List<ConceptRef> nearest) {
    return new Resolved(
        input, Resolved.Outcome.UNKNOWN, Optional.empty(), List.of(), List.of(), nearest);
  }

  private List<ConceptRef> nearest(String input) {
    searched++;
    String code = input.substring(1 + Math.max(input.lastIndexOf('/'), input.lastIndexOf(':')));
    return searched > MOST_NEAREST ? List.of() : Nearest.codes(snapshot, vocabs(), code);
  }
}
