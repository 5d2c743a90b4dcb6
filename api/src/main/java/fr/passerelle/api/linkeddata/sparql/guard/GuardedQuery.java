package fr.passerelle.api.linkeddata.sparql.guard;

import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;

/**
 * A query that may be answered.
 *
 * @param query as the engine has it
 * @param lasting whether its answer is the same as long as the data are
 */
public record GuardedQuery(Query query, boolean lasting) {
  /** Characters; no honest query comes near. */
  private static final int LONGEST = 32 << 10;

  private static final int LONGEST_MESSAGE = 300;

  private static final Pattern UPDATE =
      Pattern.compile(
          "(?i)(?:^|[\\s>};])(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\\s");

  /**
   * The query of a text.
   *
   * @param base against which relative addresses are read
   * @throws ProblemException BAD_REQUEST for what is no query of SPARQL 1.1, or one that would read
   *     elsewhere; TOO_LARGE
   */
  public static GuardedQuery of(String text, String base) {
    if (text.length() > LONGEST) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "Question de %d caractères ; %d au plus.".formatted(text.length(), LONGEST));
    }
    Nesting.check(text);
    return again(text, base);
  }

  /** The query of a {@link #text()}, which was admitted before. */
  public static GuardedQuery again(String text, String base) {
    Query query;
    try {
      query = QueryFactory.parse(new Query(), text, base, Syntax.syntaxSPARQL_11);
    } catch (QueryParseException e) {
      throw malformed(text, e);
    } catch (QueryException e) {
      throw refused(shortened(e));
    }
    QueryWalk walk = new QueryWalk();
    walk.check(query, Algebra.compile(query));
    return new GuardedQuery(query, walk.isLasting());
  }

  /** As every way to write it is written: without comments, with all addresses whole. */
  public String text() {
    return query.serialize();
  }

  private static ProblemException malformed(String text, QueryParseException e) {
    if (UPDATE.matcher(text).find()) {
      return refused(
          "Ce point d'accès est en lecture seule : SELECT, ASK, CONSTRUCT et DESCRIBE, aucune mise"
              + " à jour");
    }
    String place =
        e.getLine() > 0 ? "ligne %d, colonne %d".formatted(e.getLine(), e.getColumn()) : "";
    return new ProblemException(
        ProblemType.BAD_REQUEST,
        "La question n'est pas du SPARQL 1.1%s : %s"
            .formatted(place.isEmpty() ? "" : ", " + place, shortened(e)),
        new Problem.Detail("query", place.isEmpty() ? "SPARQL 1.1" : place));
  }

  /** A parser lists all that it would have taken instead: the first lines tell enough. */
  private static String shortened(Exception e) {
    String message = String.valueOf(e.getMessage()).strip().replaceAll("(?s)Was expecting.*", "");
    String line = message.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
  }

  static ProblemException refused(String why) {
    return new ProblemException(
        ProblemType.BAD_REQUEST, why + ".", new Problem.Detail("query", why));
  }
}
