package fr.passerelle.vocab.search;

import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import java.util.Set;

/**
 * What is searched for. An empty set or string asks for nothing in particular.
 *
 * @param text words or a code as people type them; no character has a special meaning; blank to
 *     list by scheme and code all that the filters let through
 * @param vocabs scheme identifiers
 * @param types types of concept
 * @param statuses statuses of concept
 * @param lang BCP 47 tag: only labels of that language are searched
 * @param fields where words are searched for
 * @param after {@link Page#next()} of the page before
 * @param limit number of hits on a page, 1 to {@value #MAX_LIMIT}
 */
public record SearchQuery(
    String text,
    Set<String> vocabs,
    Set<ConceptType> types,
    Set<Status> statuses,
    String lang,
    Set<Match.Field> fields,
    String after,
    int limit) {

  /** Largest page. */
  public static final int MAX_LIMIT = 1000;

  /**
   * @throws IllegalArgumentException where {@code limit} is out of bounds
   */
  public SearchQuery {
    vocabs = Set.copyOf(vocabs);
    types = Set.copyOf(types);
    statuses = Set.copyOf(statuses);
    fields = Set.copyOf(fields);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit: " + limit);
    }
  }

  /** The first page for that text, everywhere. */
  public static SearchQuery of(String text, int limit) {
    return new SearchQuery(text, Set.of(), Set.of(), Set.of(), "", Set.of(), "", limit);
  }

  /** The same for another text. */
  SearchQuery saying(String other) {
    return new SearchQuery(other, vocabs, types, statuses, lang, fields, after, limit);
  }

  /** The same, in those schemes only. */
  public SearchQuery inVocabs(Set<String> ids) {
    return new SearchQuery(text, ids, types, statuses, lang, fields, after, limit);
  }

  /** The same, for those types only. */
  public SearchQuery ofTypes(Set<ConceptType> wanted) {
    return new SearchQuery(text, vocabs, wanted, statuses, lang, fields, after, limit);
  }

  /** The same, in those statuses only. */
  public SearchQuery inStatuses(Set<Status> wanted) {
    return new SearchQuery(text, vocabs, types, wanted, lang, fields, after, limit);
  }

  /** The same, in labels of that language only. */
  public SearchQuery inLang(String tag) {
    return new SearchQuery(text, vocabs, types, statuses, tag, fields, after, limit);
  }

  /** The same, in those fields only. */
  public SearchQuery inFields(Set<Match.Field> wanted) {
    return new SearchQuery(text, vocabs, types, statuses, lang, wanted, after, limit);
  }

  /** The same, from the page after that one. */
  public SearchQuery after(String next) {
    return new SearchQuery(text, vocabs, types, statuses, lang, fields, next, limit);
  }

  /** The same, with as many hits on a page. */
  SearchQuery upTo(int most) {
    return new SearchQuery(text, vocabs, types, statuses, lang, fields, after, most);
  }
}
