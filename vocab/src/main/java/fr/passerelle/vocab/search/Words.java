package fr.passerelle.vocab.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How a French text is cut into words that compare whatever the case, the accents, the ligatures
 * and the punctuation. Labels and what people type go through the same code.
 *
 * <p>{@link ReleaseIndex#INDEX_VERSION} is to be raised when anything changes here.
 */
final class Words {
  /** Apostrophes separate, so that an elided article is a stop word; C++ and C# are words. */
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:(?:\\+{1,2}|#)(?![\\p{L}\\p{N}]))?");

  /** In characters; what is longer is no word, and the index takes no endless term. */
  private static final int LONGEST = 80;

  /** Folded. Shorter than usual lists: "son", "est" or "été" carry meaning in a label. */
  private static final Set<String> STOP =
      Set.of(
          "a", "au", "aux", "avec", "c", "ce", "ces", "cet", "cette", "chez", "d", "dans", "de",
          "des", "du", "en", "et", "h", "f", "j", "jusqu", "l", "la", "le", "les", "leur", "leurs",
          "m", "n", "ne", "ou", "par", "pour", "qu", "que", "qui", "s", "sa", "se", "ses", "si",
          "sur", "t", "un", "une", "y");

  private Words() {}

  /** The words of a text, lower case, without accents nor ligatures. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(fold(text));
    while (matcher.find()) {
      words.add(cut(matcher.group()));
    }
    return words;
  }

  /** The text with those folded words instead of others; what stands between them stays. */
  static String replaced(String text, Map<String, String> words) {
    return WORD.matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                words.getOrDefault(String.join(" ", of(found.group())), found.group())));
  }

  /** The text with the accents that those labels give its words. */
  static String spelt(String text, List<String> labels) {
    Map<String, String> written = new HashMap<>();
    for (String label : labels) {
      WORD.matcher(label)
          .results()
          .map(MatchResult::group)
          .forEach(word -> written.putIfAbsent(String.join(" ", of(word)), lower(word)));
    }
    return replaced(text, written);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.FRENCH);
  }

  private static String cut(String word) {
    return word.substring(0, Math.min(word.length(), LONGEST));
  }

  private static String fold(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    // One character folds into four at most.
    char[] folded = new char[4 * composed.length()];
    int length =
        ASCIIFoldingFilter.foldToASCII(composed.toCharArray(), 0, folded, 0, composed.length());
    return new String(folded, 0, length).toLowerCase(Locale.ROOT);
  }

  /** Whether there is nothing to fold: half of all labels. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  static boolean isStop(String word) {
    return STOP.contains(word);
  }

  /** Without stop words, unless there is nothing else. */
  static List<String> meaningful(List<String> words) {
    List<String> kept = words.stream().filter(word -> !isStop(word)).toList();
    return kept.isEmpty() ? words : kept;
  }

  /** What is left of each word once number, gender and the like are taken off. */
  static List<String> stems(List<String> words) {
    List<String> stems = new ArrayList<>(words.size());
    try (TokenStream stream = new FrenchLightStemFilter(new ListStream(words.iterator()))) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        stems.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stems;
  }

  /** Words already cut, as Lucene's filters take them; an Analyzer would lock per thread. */
  private static final class ListStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Iterator<String> words;

    ListStream(Iterator<String> words) {
      this.words = words;
    }

    @Override
    public final boolean incrementToken() {
      clearAttributes();
      if (!words.hasNext()) {
        return false;
      }
      term.append(words.next());
      return true;
    }
  }
}
