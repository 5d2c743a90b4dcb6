package fr.passerelle.catalog.study.search;

import fr.passerelle.vocab.search.FrenchText;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What people typed, as a question to the index of words.
 *
 * @param words folded words that carry meaning
 */
record WordQuery(List<String> words) {
  private static final int MOST_WORDS = 20;
  private static final int SHORTEST_START = 3;
  private static final float TITLE = 4;
  private static final float NAMES = 2;
  private static final float START = 0.5f;
  private static final float TIE = 0.1f;

  static WordQuery of(String text) {
    return new WordQuery(FrenchText.words(text).stream().distinct().limit(MOST_WORDS).toList());
  }

  /** Studies that hold all the words. */
  Query strict() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(holds(word), Occur.MUST));
    return all.build();
  }

  /** Studies that hold two words out of three at least. */
  Query relaxed() {
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    words.forEach(word -> most.add(holds(word), Occur.SHOULD));
    most.setMinimumNumberShouldMatch(Math.max(1, words.size() * 2 / 3));
    return most.build();
  }

  /** The stem of the word is somewhere; the last word may be the beginning of one of the title. */
  private Query holds(String word) {
    String stem = FrenchText.stem(word);
    List<Query> places = new ArrayList<>();
    places.add(new BoostQuery(term(StudyDocument.TITLE, stem), TITLE));
    places.add(new BoostQuery(term(StudyDocument.NAMES, stem), NAMES));
    places.add(term(StudyDocument.TEXT, stem));
    if (word.equals(words.getLast()) && word.length() >= SHORTEST_START) {
      places.add(
          new BoostQuery(
              new ConstantScoreQuery(new PrefixQuery(new Term(StudyDocument.WORDS, word))), START));
    }
    return new DisjunctionMaxQuery(places, TIE);
  }

  private static Query term(String field, String stem) {
    return new TermQuery(new Term(field, stem));
  }
}
