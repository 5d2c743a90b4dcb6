package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one request sees, from its beginning to its end.
 *
 * @param snapshot what is published
 * @param lang language of labels where a field does not say
 * @param uris names of things
 */
record View(Snapshot snapshot, String lang, Uris uris) {
  /** Codes looked at on either side of where an unknown one would stand. */
  private static final int NEIGHBOURS = 20;

  private static final int LONGEST_CODE = 50;

  /** The scheme that holds a concept. */
  PublishedScheme scheme(Concept concept) {
    return snapshot.findScheme(concept.ref().scheme()).orElseThrow();
  }

  String uri(Concept concept) {
    return uris.concept(scheme(concept).release().release().edition(), concept.ref());
  }

  String uri(PublishedScheme scheme) {
    return uris.scheme(scheme.release().release().edition(), scheme.scheme().id());
  }

  /** The concepts at the other end of those links, those that are published. */
  List<Concept> targets(Stream<Link> links) {
    return links.flatMap(link -> snapshot.find(link.target()).stream()).toList();
  }

  /**
   * The scheme of that identifier or alias.
   *
   * @throws ProblemException naming the nearest where there is none
   */
  PublishedScheme requireScheme(String idOrAlias) {
    return snapshot
        .findScheme(idOrAlias)
        .orElseThrow(() ->
            unknown(
                ProblemType.UNKNOWN_VOCABULARY,
                "vocab",
                "Aucun vocabulaire " + Text.quoted(idOrAlias),
                nearest(idOrAlias, snapshot.schemes().stream().map(each -> each.scheme().id()))));
  }

  /**
   * The concept of that code, as people write it.
   *
   * @throws ProblemException naming the nearest where there is none
   */
  Concept requireConcept(PublishedScheme scheme, String code) {
    return snapshot
        .find(scheme, code)
        .orElseThrow(() ->
            unknown(
                ProblemType.UNKNOWN_CODE,
                "code",
                "Aucun code %s dans %s".formatted(Text.quoted(code), scheme.scheme().id()),
                nearest(code, neighbours(scheme.scheme().concepts(), code))));
  }

  /** To compare with all codes of a large scheme would make a wrong code the costliest one. */
  private static Stream<String> neighbours(List<Concept> sorted, String code) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).code().compareTo(code) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int from = Math.max(0, low - NEIGHBOURS);
    int to = Math.min(sorted.size(), low + NEIGHBOURS);
    return sorted.subList(from, to).stream().map(Concept::code);
  }

  private static Optional<String> nearest(String wrong, Stream<String> known) {
    return wrong.length() > LONGEST_CODE
        ? Optional.empty()
        : known
            .filter(each -> each.length() <= LONGEST_CODE)
            .min(Comparator.comparingInt(each -> Text.distance(each, wrong)));
  }

  private static ProblemException unknown(
      ProblemType type, String argument, String what, Optional<String> nearest) {
    String hint = nearest.map(each -> " ; le plus proche : " + Text.quoted(each)).orElse("");
    return new ProblemException(type, what + hint + ".", new Problem.Detail(argument, "connu"));
  }

  /** The concept of that name, if it is published. */
  Optional<Concept> find(ConceptRef ref) {
    return snapshot.find(ref);
  }
}
