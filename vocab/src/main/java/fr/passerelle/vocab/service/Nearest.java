package fr.passerelle.vocab.service;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.Match;
import fr.passerelle.vocab.search.SearchQuery;
import java.util.List;
import java.util.Set;

/** Published codes that look like one that is not. */
public final class Nearest {
  private static final int MOST = 3;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;

  private Nearest() {}

  /**
   * Codes that begin as this one does, its end forgotten little by little: three at most.
   *
   * @param vocabs schemes to look in; empty for all
   */
  public static List<ConceptRef> codes(Snapshot snapshot, Set<String> vocabs, String code) {
    String begin = code.substring(0, Math.min(code.length(), LONGEST));
    for (int length = begin.length(); length >= SHORTEST; length--) {
      SearchQuery query =
          SearchQuery.of(begin.substring(0, length), MOST)
              .inVocabs(vocabs)
              .inFields(Set.of(Match.Field.NOTATION));
      List<Hit> hits = snapshot.search().search(query).hits();
      if (!hits.isEmpty()) {
        return hits.stream().map(Hit::ref).toList();
      }
    }
    return List.of();
  }
}
