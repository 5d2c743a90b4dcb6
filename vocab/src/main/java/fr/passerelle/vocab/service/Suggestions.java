package fr.passerelle.vocab.service;

import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.SearchQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What somebody may be typing. */
public final class Suggestions {
  /** Retired concepts are found by search, but nobody should choose one anew. */
  private static final Set<Status> OFFERED = EnumSet.of(Status.CURRENT, Status.REFERENCED);

  private Suggestions() {}

  /**
   * Concepts in use whose labels or code begin or hold what is typed, best first; none for a text
   * without word.
   *
   * @param vocabs schemes to look in; empty for all
   * @param types types to look for; empty for all
   */
  public static List<Hit> find(
      Snapshot snapshot, String typed, Set<String> vocabs, Set<ConceptType> types, int limit) {
    if (typed.isBlank()) {
      return List.of();
    }
    SearchQuery query =
        SearchQuery.of(typed, limit).inVocabs(vocabs).ofTypes(types).inStatuses(OFFERED);
    return snapshot.search().search(query).hits();
  }
}
