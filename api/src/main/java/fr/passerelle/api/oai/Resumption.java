package fr.passerelle.api.oai;

import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.ProblemException;
import java.util.List;

/**
 * Where a list goes on: all that the next request has to know, signed, so that nothing is kept here
 * and no token ever expires.
 *
 * @param format in which format
 * @param selection what was asked first
 * @param after key of the last item seen
 * @param seen how many items were given before
 */
record Resumption(Format format, Selection selection, String after, int seen) {
  private static final String APART = "\n";
  private static final int PARTS = 6;

  static Resumption begin(Format format, Selection selection) {
    return new Resumption(format, selection, "", 0);
  }

  /** As a token, good for that verb only. */
  String sign(Cursors cursors, Verb verb) {
    return cursors.sign(
        list(verb),
        String.join(
            APART,
            format.prefix(),
            selection.from(),
            selection.until(),
            selection.set(),
            after,
            Integer.toString(seen)));
  }

  /**
   * What a token says.
   *
   * @throws OaiError badResumptionToken
   */
  static Resumption open(Cursors cursors, Verb verb, String token) {
    List<String> parts;
    try {
      parts = List.of(cursors.open(list(verb), token).split(APART, PARTS));
    } catch (ProblemException e) {
      throw new OaiError(
          OaiError.Code.badResumptionToken,
          "Ce jeton n'a pas été fait ici pour %s ; recommencer la liste".formatted(verb.word()));
    }
    return new Resumption(
        Format.find(parts.get(0)).orElseThrow(),
        new Selection(parts.get(1), parts.get(2), parts.get(3)),
        parts.get(4),
        Integer.parseInt(parts.get(5)));
  }

  private static String list(Verb verb) {
    return "/oai?" + verb.word();
  }
}
