package fr.passerelle.vocab.nomenclature;

import fr.passerelle.vocab.ConceptRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which diplomas replace another, as comments say it in words: {@code REMPLACE PAR LE CAP COUTURE
 * (50024219S)}.
 *
 * <p>Only what cannot be misread is taken: a code of the file that follows "remplacé par" in the
 * same sentence, under its own letter of speciality where the comment gives one. Left alone: what
 * stands in brackets, which is about another diploma; the conditional; after "avec", diplomas
 * replaced at the same time.
 */
final class Successors {
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)(?<!\\()(?<!SERAIT )\\bremplac[eé]e?s?\\b(?:,[^,.;]{0,60},)? par\\b"
              + "((?:(?!remplac|avec\\b)[^.;])*)");

  private static final Pattern CODE =
      Pattern.compile("\\b(\\d[0-9A-Z]{2}\\d{3}[0-9A-Z]{2})([A-Z])?\\b");

  private final Map<ConceptRef, String> letters = new HashMap<>();
  private final Map<ConceptRef, String> comments = new LinkedHashMap<>();

  void add(ConceptRef diploma, String letter, String comment) {
    letters.put(diploma, letter);
    comments.put(diploma, comment);
  }

  /** What replaces a diploma, once all are added. */
  Stream<ConceptRef> of(ConceptRef diploma) {
    return CLAUSE
        .matcher(comments.getOrDefault(diploma, ""))
        .results()
        .flatMap(clause -> CODE.matcher(clause.group(1)).results())
        .flatMap(cited -> {
          ConceptRef ref = new ConceptRef(diploma.scheme(), cited.group(1));
          String letter = letters.get(ref);
          boolean same =
              letter != null && (cited.group(2) == null || cited.group(2).equals(letter));
          return same && !ref.equals(diploma) ? Stream.of(ref) : Stream.empty();
        })
        .distinct();
  }
}
