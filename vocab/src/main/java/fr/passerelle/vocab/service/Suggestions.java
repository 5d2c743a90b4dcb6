package fr.passerelle.vocab.service;

import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import java.util.EnumSet;
import java.util.Set;

/** What somebody may be typing. */
public final class Suggestions {
  /** Retired concepts are found by search, but nobody should choose one anew. */
  private static final Set<Status> OFFERED = EnumSet.of(Status.CURRENT, Status.REFERENCED);

  private Suggestions() {}

  /**
   * The question for concepts in use whose labels or code begin or hold what is typed.
   *
   * @param vocabs schemes to look in; empty for all
   * @param types types to look for; empty for all
   */
  public static SearchQuery query(
      String typed, Set<String> vocabs, Set<ConceptType> types, int limit) {
    return SearchQuery.of(typed, limit).inVocabs(vocabs).ofTypes(types).inStatuses(OFFERED);
  }

  /** Why nothing does. */
  public static Absence absence(Snapshot snapshot, SearchQuery query) {
    return query.text().isBlank()
        ? Absence.of(Absence.Reason.NOT_ASKED)
        : Absence.ofSearch(snapshot, query);
  }

  /** What answers that question, best first; nothing for a text without word. */
  public static Page find(Snapshot snapshot, SearchQuery query) {
    return query.text().isBlank() ? Page.EMPTY : snapshot.search().search(query);
  }
}
