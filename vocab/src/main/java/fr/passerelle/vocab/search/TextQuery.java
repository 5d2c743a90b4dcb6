package fr.passerelle.vocab.search;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What people typed, as questions to the index. The score of a document is the sum of the {@link
 * Rank} points that the text gives it.
 */
final class TextQuery {
  /** Words beyond these rank labels by their beginning, but need not be there. */
  private static final int MOST_WORDS = 20;

  private final SearchQuery asked;
  private final List<String> words;
  private final List<String> meaningful;

  /** The word being typed, of which only the beginning may be there; empty if none is. */
  private final String open;

  TextQuery(SearchQuery asked) {
    this.asked = asked;
    this.words = Words.of(asked.text());
    this.meaningful = Words.meaningful(words).stream().limit(MOST_WORDS).toList();
    this.open = words.isEmpty() || words.size() > MOST_WORDS ? "" : words.getLast();
  }

  /** Whether nothing is searched for, so that all there is is listed. */
  boolean listsAll() {
    return asked.text().isBlank();
  }

  /** Whether there are words of which one could do without some. */
  boolean canRelax() {
    return meaningful.size() > 1;
  }

  /** One document of each concept. */
  Query all() {
    return filtered().add(term(Fields.FIELD, Match.Field.NOTATION.name()), Occur.FILTER).build();
  }

  /** Labels that hold all the words, and codes that start so. */
  Query strict() {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word");
    }
    BooleanQuery.Builder labels = new BooleanQuery.Builder();
    meaningful.stream().distinct().forEach(word -> labels.add(holds(word), Occur.FILTER));
    String code = Forms.ofCode(asked.text());
    BooleanQuery.Builder query = filtered();
    query.add(any(labels.build(), starting(Fields.CODE, code)), Occur.FILTER);
    addPoints(query, Rank.CODE, term(Fields.CODE, code));
    addPoints(query, Rank.EQUAL, term(Fields.FORM, Forms.of(words)));
    addPoints(query, Rank.STARTS, starting(Fields.FORM, Forms.of(words)));
    addPoints(query, Rank.WHOLE_WORDS, wholeWords());
    if (!open.isEmpty() && !meaningful.contains(open)) {
      addPoints(query, Rank.STOP_HINT, starting(Fields.WORD, open));
    }
    return query.build();
  }

  /** Labels that hold two words out of three at least, and codes among the words. */
  Query relaxed() {
    List<String> distinct = meaningful.stream().distinct().toList();
    BooleanQuery.Builder query = filtered();
    for (String word : distinct) {
      addPoints(query, Rank.WORD, any(holds(word), term(Fields.CODE, word)));
    }
    return query.setMinimumNumberShouldMatch(Math.max(1, distinct.size() * 2 / 3)).build();
  }

  private Query wholeWords() {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.stream()
        .distinct()
        .limit(MOST_WORDS)
        .forEach(word -> query.add(term(Fields.WORD, word), Occur.FILTER));
    return query.build();
  }

  /** The stem of the word is there, or a word that starts with the one being typed. */
  private Query holds(String word) {
    Query stem = term(Fields.STEM, Words.stems(List.of(word)).getFirst());
    return word.equals(open) ? any(stem, starting(Fields.WORD, word)) : stem;
  }

  private BooleanQuery.Builder filtered() {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    addFilter(query, Fields.VOCAB, asked.vocabs());
    addFilter(query, Fields.TYPE, asked.types().stream().map(Enum::name).toList());
    addFilter(query, Fields.STATUS, asked.statuses().stream().map(Enum::name).toList());
    addFilter(query, Fields.LANG, asked.lang().isEmpty() ? List.of() : List.of(asked.lang()));
    if (!listsAll()) {
      addFilter(query, Fields.FIELD, asked.fields().stream().map(Enum::name).toList());
    }
    return query;
  }

  private static void addFilter(
      BooleanQuery.Builder query, String field, Collection<String> values) {
    if (!values.isEmpty()) {
      List<BytesRef> terms = values.stream().map(value -> new BytesRef(value)).toList();
      query.add(new TermInSetQuery(field, terms), Occur.FILTER);
    }
  }

  private static void addPoints(BooleanQuery.Builder query, float points, Query given) {
    query.add(new BoostQuery(new ConstantScoreQuery(given), points), Occur.SHOULD);
  }

  private static Query any(Query first, Query second) {
    return new BooleanQuery.Builder().add(first, Occur.SHOULD).add(second, Occur.SHOULD).build();
  }

  private static Query term(String field, String text) {
    return new TermQuery(new Term(field, text));
  }

  private static Query starting(String field, String start) {
    return start.length() <= Fields.LONGEST_START
        ? term(Fields.starts(field), start)
        : new PrefixQuery(new Term(field, start));
  }
}
