package fr.passerelle.api.linkeddata.sparql.guard;

import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How deep the text of a query goes, told before it is parsed: parsers descend one call a bracket.
 */
final class Nesting {
  private static final int DEEPEST = 100;

  /** Texts, addresses and comments: what looks like a bracket in them is none. */
  private static final Pattern OPAQUE =
      Pattern.compile(
          "\"\"\"(?s:.)*?\"\"\"|'''(?s:.)*?'''"
              + "|\"[^\"\\\\\\r\\n]*+(?:\\\\.[^\"\\\\\\r\\n]*+)*+\""
              + "|'[^'\\\\\\r\\n]*+(?:\\\\.[^'\\\\\\r\\n]*+)*+'"
              + "|<[^<>\"{}|^`\\\\\\s]*+>|#[^\\r\\n]*+");

  private Nesting() {}

  /**
   * Refuses what is too deep.
   *
   * @throws ProblemException BAD_REQUEST
   */
  static void check(String query) {
    int depth = 0;
    int run = 0;
    Matcher opaque = OPAQUE.matcher(query);
    int next = opaque.find() ? opaque.start() : query.length();
    for (int i = 0; i < query.length(); i++) {
      if (i == next) {
        i = opaque.end() - 1;
        next = opaque.find() ? opaque.start() : query.length();
        run = 0;
        continue;
      }
      char c = query.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      // Signs before a value are nested too: !!!!x
      run = "!-+^".indexOf(c) >= 0 ? run + 1 : Character.isWhitespace(c) ? run : 0;
      if (depth > DEEPEST || run > DEEPEST) {
        throw tooDeep();
      }
    }
  }

  static ProblemException tooDeep() {
    return new ProblemException(
        ProblemType.BAD_REQUEST,
        "La question est trop imbriquée : %d niveaux de parenthèses et d'accolades au plus."
            .formatted(DEEPEST),
        new Problem.Detail("query", DEEPEST + " niveaux au plus"));
  }
}
