package fr.passerelle.vocab.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * The words of the index near a word that it does not hold. The first letter is taken as right.
 *
 * <p>One slip is forgiven in a word of {@value #ONE_SLIP} letters, two in one of {@value
 * #TWO_SLIPS}: shorter words have too many neighbours to mean one of them.
 */
final class Neighbours {
  private static final int ONE_SLIP = 4;
  private static final int TWO_SLIPS = 8;

  /** More stems than that mean nothing any more. */
  private static final int MOST_STEMS = 5;

  /** In characters: the endings that a stem loses come after these. */
  private static final int SURE_START = 3;

  private final IndexSearcher searcher;
  private final IndexReader reader;

  Neighbours(IndexSearcher searcher) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
  }

  /**
   * Words that this one may be a slip for, likeliest first: by its letters, or else by its stem.
   *
   * @param open whether it is being typed, so that only its beginning may be there
   */
  List<Neighbour> of(String word, boolean open) throws IOException {
    if (slips(word) == 0 || word.chars().anyMatch(Character::isDigit)) {
      return List.of();
    }
    Map<String, Long> found = near(Fields.WORD, word);
    if (found.isEmpty()) {
      found = ofStem(word);
    }
    if (found.isEmpty() && open) {
      found = begun(word);
    }
    return found.entrySet().stream()
        .map(each -> Neighbour.of(word, each.getKey(), each.getValue()))
        .sorted(Neighbour.ORDER)
        .toList();
  }

  private static int slips(String word) {
    return word.length() >= TWO_SLIPS ? 2 : word.length() >= ONE_SLIP ? 1 : 0;
  }

  private Map<String, Long> near(String field, String word) throws IOException {
    Map<String, Long> found = new HashMap<>();
    for (Terms terms : terms(field)) {
      add(found, new FuzzyTermsEnum(terms, new Term(field, word), slips(word), 1, true));
    }
    return field.equals(Fields.WORD) ? shown(found) : found;
  }

  /** Those that a label shows: to read a slip as a word that is withheld would tell that word. */
  private Map<String, Long> shown(Map<String, Long> words) throws IOException {
    Term withheld = new Term(Fields.FIELD, Match.Field.HIDDEN_LABEL.name());
    if (reader.docFreq(withheld) == 0) {
      return words;
    }
    Map<String, Long> shown = new HashMap<>();
    for (Map.Entry<String, Long> each : words.entrySet()) {
      Query query =
          new BooleanQuery.Builder()
              .add(new TermQuery(new Term(Fields.WORD, each.getKey())), BooleanClause.Occur.FILTER)
              .add(new TermQuery(withheld), BooleanClause.Occur.MUST_NOT)
              .build();
      if (searcher.count(query) > 0) {
        shown.put(each.getKey(), each.getValue());
      }
    }
    return shown;
  }

  /** The word that labels hold most often for each stem near that of the word. */
  private Map<String, Long> ofStem(String word) throws IOException {
    String stem = Words.stems(List.of(word)).getFirst();
    if (slips(stem) == 0) {
      return Map.of();
    }
    Map<String, Long> found = new HashMap<>();
    List<String> stems =
        near(Fields.STEM, stem).entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_STEMS)
            .map(Map.Entry::getKey)
            .toList();
    for (String each : stems) {
      mostUsed(each).ifPresent(use -> found.put(use.getKey(), use.getValue()));
    }
    return found;
  }

  private Optional<Map.Entry<String, Long>> mostUsed(String stem) throws IOException {
    Map<String, Long> started = new TreeMap<>();
    String start = stem.substring(0, Math.min(SURE_START, stem.length()));
    for (Terms terms : terms(Fields.WORD)) {
      add(started, intersection(terms, Automata.makeString(start)));
    }
    List<String> words = List.copyOf(started.keySet());
    List<String> stems = Words.stems(words);
    Map<String, Long> same = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (stems.get(i).equals(stem)) {
        same.put(words.get(i), started.get(words.get(i)));
      }
    }
    return shown(same).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .max(Map.Entry.comparingByValue());
  }

  /** Words that begin with the letters typed but for one slip. */
  private Map<String, Long> begun(String word) throws IOException {
    Map<String, Long> found = new HashMap<>();
    Automaton near =
        new LevenshteinAutomata(word.substring(1), true).toAutomaton(1, word.substring(0, 1));
    for (Terms terms : terms(Fields.WORD)) {
      add(found, intersection(terms, near));
    }
    return shown(found);
  }

  /** Terms that begin as that automaton says. */
  private static TermsEnum intersection(Terms terms, Automaton start) throws IOException {
    Automaton started = Operations.concatenate(List.of(start, Automata.makeAnyString()));
    Automaton walked = Operations.determinize(started, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    return terms.intersect(new CompiledAutomaton(walked, false, true, false), null);
  }

  /** Of all segments at once: what finds neighbours is dear to make. */
  private List<Terms> terms(String field) throws IOException {
    Terms all = MultiTerms.getTerms(reader, field);
    return all == null ? List.of() : List.of(all);
  }

  private static void add(Map<String, Long> found, TermsEnum terms) throws IOException {
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      found.merge(term.utf8ToString(), (long) terms.docFreq(), Long::sum);
    }
  }
}
