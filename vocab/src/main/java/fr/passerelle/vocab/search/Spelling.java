package fr.passerelle.vocab.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;

/**
 * What a text may mean whose words are in no label. Looked for only where the text as typed finds
 * nothing: what is spelt right never waits for it.
 */
final class Spelling {
  /** A text with more unknown words is in another language. */
  private static final int MOST_SLIPS = 3;

  /** Neighbours of each word that are tried with those of the others. */
  private static final int[] TRIED = {0, 8, 4, 3};

  private static final int MOST_OTHERS = 3;

  private final IndexSearcher searcher;
  private final SearchQuery asked;

  Spelling(IndexSearcher searcher, SearchQuery asked) {
    this.searcher = searcher;
    this.asked = asked;
  }

  /**
   * A text that may have been meant.
   *
   * @param words what each unknown word is read as
   * @param cost how far it is from what was typed
   * @param found how many labels answer it
   */
  private record Guess(Map<String, String> words, int cost, int found) {
    /** What finds something first, then the nearest, then what finds most. */
    static final Comparator<Guess> ORDER =
        Comparator.<Guess, Boolean>comparing(guess -> guess.found == 0)
            .thenComparingInt(Guess::cost)
            .thenComparing(Comparator.comparingInt(Guess::found).reversed());
  }

  /** The likeliest reading; empty where all words are known, or nothing is near the others. */
  Optional<Reading> reading(TextQuery text) throws IOException {
    Map<String, List<Neighbour>> slips = slips(text);
    if (slips.isEmpty() || slips.size() > MOST_SLIPS) {
      return Optional.empty();
    }
    List<Guess> guesses = new ArrayList<>(List.of(new Guess(Map.of(), 0, 0)));
    for (Map.Entry<String, List<Neighbour>> slip : slips.entrySet()) {
      guesses = with(guesses, slip.getKey(), slip.getValue().stream().limit(TRIED[slips.size()]));
    }
    List<Guess> counted = new ArrayList<>();
    for (Guess guess : guesses) {
      counted.add(new Guess(guess.words, guess.cost, found(guess)));
    }
    counted.sort(Guess.ORDER);
    return Optional.of(reading(counted));
  }

  private Map<String, List<Neighbour>> slips(TextQuery text) throws IOException {
    Neighbours neighbours = new Neighbours(searcher);
    Map<String, List<Neighbour>> slips = new LinkedHashMap<>();
    for (String word : text.unknown(searcher)) {
      List<Neighbour> near = neighbours.of(word, text.isOpen(word));
      if (!near.isEmpty()) {
        slips.put(word, near);
      }
    }
    return slips;
  }

  private static List<Guess> with(List<Guess> guesses, String word, Stream<Neighbour> neighbours) {
    List<Neighbour> tried = neighbours.toList();
    List<Guess> all = new ArrayList<>();
    for (Guess guess : guesses) {
      for (Neighbour each : tried) {
        Map<String, String> words = new LinkedHashMap<>(guess.words);
        words.put(word, each.word());
        all.add(new Guess(words, guess.cost + each.cost(), 0));
      }
    }
    return all;
  }

  private int found(Guess guess) throws IOException {
    return searcher.count(new TextQuery(asked.saying(text(guess))).strict());
  }

  private String text(Guess guess) {
    return Words.replaced(asked.text(), guess.words);
  }

  private Reading reading(List<Guess> guesses) {
    List<String> others =
        guesses.stream()
            .skip(1)
            .filter(guess -> guess.found > 0)
            .limit(MOST_OTHERS)
            .map(this::text)
            .toList();
    return new Reading(text(guesses.getFirst()), others);
  }
}
