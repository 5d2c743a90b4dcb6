package fr.passerelle.vocab.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
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

  /** In characters; fewer, while being typed, are the beginning of something else. */
  private static final int SHORTEST_STEM = 3;

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

  /**
   * Meaningful words that nothing holds, whatever the filters let through, and no code begins with.
   */
  List<String> unknown(IndexSearcher searcher) throws IOException {
    List<String> unknown = new ArrayList<>();
    for (String word : new LinkedHashSet<>(meaningful)) {
      List<Query> known = new ArrayList<>(holds(word));
      known.add(starting(Fields.CODE, word));
      if (searcher.count(any(known)) == 0) {
        unknown.add(word);
      }
    }
    return unknown;
  }

  /** Whether that word is being typed. */
  boolean isOpen(String word) {
    return word.equals(open);
  }

  /** One document of each concept. */
  Query all() {
    return filtered(term(Fields.FIELD, Match.Field.NOTATION.name()));
  }

  /**
   * Labels that hold all the words, and codes that start so.
   *
   * <p>What gives points is found among these only; one flat list of alternatives is what Lucene
   * goes through fastest when a few letters match half of the index.
   */
  Query strict() {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word");
    }
    String code = Forms.ofCode(asked.text());
    String form = Forms.of(words);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    allWords().forEach(found -> addPoints(query, 0, found));
    addPoints(query, 0, starting(Fields.CODE, code));
    addPoints(query, Rank.CODE, term(Fields.CODE, code));
    addPoints(query, Rank.EQUAL, term(Fields.FORM, form));
    addPoints(query, Rank.STARTS, formStarting(form));
    addPoints(query, Rank.WHOLE_WORDS, every(words, word -> term(Fields.WORD, word)));
    return filtered(withHint(query.build()));
  }

  /** What holds all the words, as alternatives. */
  private List<Query> allWords() {
    return meaningful.size() == 1
        ? holds(meaningful.getFirst())
        : List.of(every(meaningful, word -> any(holds(word))));
  }

  private Query withHint(Query query) {
    if (open.isEmpty() || meaningful.contains(open)) {
      return query;
    }
    BooleanQuery.Builder hinted = new BooleanQuery.Builder().add(query, Occur.MUST);
    addPoints(hinted, Rank.STOP_HINT, starting(Fields.WORD, open));
    return hinted.build();
  }

  /** Labels that hold two words out of three at least, and codes among the words. */
  Query relaxed() {
    List<String> distinct = meaningful.stream().distinct().toList();
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : distinct) {
      List<Query> found = new ArrayList<>(holds(word));
      found.add(term(Fields.CODE, word));
      addPoints(query, Rank.WORD, any(found));
    }
    query.setMinimumNumberShouldMatch(Math.max(1, distinct.size() * 2 / 3));
    return filtered(query.build());
  }

  /** The stem of the word is there, or a word that starts with the one being typed. */
  private List<Query> holds(String word) {
    Query stem = term(Fields.STEM, Words.stems(List.of(word)).getFirst());
    if (!word.equals(open)) {
      return List.of(stem);
    }
    Query started = starting(Fields.WORD, word);
    return word.length() < SHORTEST_STEM ? List.of(started) : List.of(started, stem);
  }

  private Query filtered(Query query) {
    BooleanQuery.Builder both = new BooleanQuery.Builder();
    addFilter(both, Fields.VOCAB, asked.vocabs());
    addFilter(both, Fields.TYPE, asked.types().stream().map(Enum::name).toList());
    addFilter(both, Fields.STATUS, asked.statuses().stream().map(Enum::name).toList());
    addFilter(both, Fields.LANG, asked.lang().isEmpty() ? List.of() : List.of(asked.lang()));
    if (!listsAll()) {
      addFilter(both, Fields.FIELD, asked.fields().stream().map(Enum::name).toList());
    }
    return both.add(query, Occur.MUST).build();
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

  private static Query any(List<Query> queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  private static Query every(List<String> words, Function<String, Query> found) {
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    words.stream()
        .distinct()
        .limit(MOST_WORDS)
        .forEach(word -> every.add(found.apply(word), Occur.FILTER));
    return every.build();
  }

  /** A common first word starts thousands of forms, but there are few first words. */
  private static Query formStarting(String form) {
    return form.indexOf(' ') < 0
        ? starting(Fields.FIRST, form)
        : new PrefixQuery(new Term(Fields.FORM, form));
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
