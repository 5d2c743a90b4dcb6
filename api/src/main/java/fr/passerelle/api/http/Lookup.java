package fr.passerelle.api.http;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.Match;
import fr.passerelle.vocab.search.SearchQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what an address names, or says what close names there are. */
public final class Lookup {
  private Lookup() {}

  /**
   * The published vocabulary of that identifier or alias.
   *
   * @throws ProblemException UNKNOWN_VOCABULARY
   */
  public static PublishedScheme scheme(Snapshot snapshot, String id) {
    return snapshot
        .findScheme(id)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_VOCABULARY,
                "Aucun vocabulaire publié ne se nomme %s ; les plus proches : %s"
                    .formatted(Text.quoted(id), near(snapshot, id)),
                new Problem.Detail("vocab", "un vocabulaire publié")));
  }

  private static String near(Snapshot snapshot, String id) {
    return snapshot.schemes().stream()
        .map(each -> each.scheme().id())
        .sorted(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
        .limit(3)
        .collect(Collectors.joining(", "));
  }

  /**
   * The concept of that code, as people write codes.
   *
   * @throws ProblemException UNKNOWN_CODE
   */
  public static Concept concept(Snapshot snapshot, PublishedScheme scheme, String code) {
    return snapshot.find(scheme, code).orElseThrow(() -> unknownCode(snapshot, scheme, code));
  }

  private static ProblemException unknownCode(
      Snapshot snapshot, PublishedScheme scheme, String code) {
    String id = scheme.scheme().id();
    String near = near(snapshot, id, Text.cut(code));
    boolean partial = scheme.release().release().source().sample();
    String sample = partial ? " (cette version n'est qu'un échantillon)" : "";
    String hint = near.isEmpty() ? "" : " ; approchant : " + near;
    return new ProblemException(
        ProblemType.UNKNOWN_CODE,
        "%s n'a pas le code %s%s%s".formatted(id, Text.quoted(code), sample, hint),
        new Problem.Detail("code", "un code de " + id));
  }

  /** Codes that begin as this one does, its end forgotten little by little. */
  private static String near(Snapshot snapshot, String scheme, String code) {
    for (int length = code.length(); length >= 3; length--) {
      SearchQuery query =
          SearchQuery.of(code.substring(0, length), 3)
              .inVocabs(Set.of(scheme))
              .inFields(Set.of(Match.Field.NOTATION));
      List<Hit> hits = snapshot.search().search(query).hits();
      if (!hits.isEmpty()) {
        return hits.stream().map(hit -> hit.ref().code()).collect(Collectors.joining(", "));
      }
    }
    return "";
  }
}
