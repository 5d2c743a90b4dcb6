package fr.passerelle.vocab.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names of the fields of the index, and the beginnings of words that it holds. */
final class Fields {
  /** Concept, see {@link ConceptDocuments#key}. */
  static final String KEY = "key";

  /** Scheme, type and status, see {@link Facets.Group}. */
  static final String GROUP = "group";

  static final String VOCAB = "vocab";
  static final String TYPE = "type";
  static final String STATUS = "status";
  static final String LANG = "lang";

  /** Name of the {@link Match.Field}. */
  static final String FIELD = "field";

  /** Points of {@link Rank#of}. */
  static final String RANK = "rank";

  /** Text to show as what matched. */
  static final String TEXT = "text";

  /** Words of a label. */
  static final String WORD = "word";

  /** Stems of the words of a label or a definition. */
  static final String STEM = "stem";

  /** Forms of a label, see {@link Forms}. */
  static final String FORM = "form";

  /** First words of the forms of a label. */
  static final String FIRST = "first";

  /** Forms of a code. */
  static final String CODE = "code";

  /**
   * Beginnings up to this length are terms of their own: so few letters start too many terms to be
   * walked through for each key typed.
   */
  static final int LONGEST_START = 4;

  private Fields() {}

  /** The field that holds the beginnings of the terms of that field. */
  static String starts(String field) {
    return field + "-starts";
  }

  static Set<String> startsOf(Collection<String> terms) {
    Set<String> starts = new LinkedHashSet<>();
    for (String term : terms) {
      for (int length = 1; length <= Math.min(LONGEST_START, term.length()); length++) {
        starts.add(term.substring(0, length));
      }
    }
    return starts;
  }
}
