package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Codes in use of a release by their labels, whatever the case, the accents and the punctuation.
 */
final class SameLabel {
  private static final Pattern MARK = Pattern.compile("\\p{M}");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}+#]+");

  private final Map<Words, List<Concept>> preferred = new HashMap<>();
  private final Map<Words, List<Concept>> others = new HashMap<>();

  /** Folded words of a label in a scheme. */
  private record Words(String scheme, String folded) {
    static Words of(String scheme, String label) {
      String lower =
          Normalizer.normalize(label.toLowerCase(Locale.FRENCH), Normalizer.Form.NFKD)
              .replace("œ", "oe")
              .replace("æ", "ae");
      String bare = MARK.matcher(lower).replaceAll("");
      return new Words(scheme, NO_WORD.matcher(bare).replaceAll(" ").strip());
    }
  }

  SameLabel(Release release) {
    for (Scheme scheme : release.schemes()) {
      scheme.concepts().stream().filter(TouchedThings::isInUse).forEach(this::add);
    }
  }

  private void add(Concept concept) {
    add(preferred, concept.prefLabels(), concept);
    add(others, concept.altLabels(), concept);
  }

  private static void add(Map<Words, List<Concept>> index, List<Label> labels, Concept concept) {
    for (Label label : labels) {
      index
          .computeIfAbsent(
              Words.of(concept.ref().scheme(), label.text()), key -> new ArrayList<>(1))
          .add(concept);
    }
  }

  /** Other codes of the scheme that have that label; if none, those that have it as a synonym. */
  List<Replacement> of(ConceptRef ref, String label) {
    Words words = Words.of(ref.scheme(), label);
    List<Replacement> same = find(preferred, words, ref, "même libellé dans la nouvelle version");
    return same.isEmpty()
        ? find(others, words, ref, "libellé devenu synonyme dans la nouvelle version")
        : same;
  }

  private static List<Replacement> find(
      Map<Words, List<Concept>> index, Words words, ConceptRef but, String reason) {
    return index.getOrDefault(words, List.of()).stream()
        .filter(concept -> !concept.ref().equals(but))
        .map(concept -> new Replacement(concept.ref(), concept.prefLabel("fr"), reason))
        .distinct()
        .toList();
  }
}
