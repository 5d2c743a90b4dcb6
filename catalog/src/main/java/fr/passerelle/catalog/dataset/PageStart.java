package fr.passerelle.catalog.dataset;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a page begins, and of which harvest it is.
 *
 * @param after key after which it begins
 * @param token what the harvest began with; empty for its first page, which begins one
 */
public record PageStart(String after, Optional<Token> token) {
  /** The first page of a harvest. */
  public static final PageStart FIRST = new PageStart(CatalogPage.FIRST, Optional.empty());

  /**
   * What a harvest began with. What was listed later is of the next one, so that a list neither
   * grows nor counts otherwise while it is read; two harvests of one state have one token.
   *
   * @param asOf when the youngest record was listed
   * @param total number of records
   */
  public record Token(Instant asOf, int total) {}

  /** As {@link #parse} reads it. */
  static String text(Token token, String after) {
    return token.asOf() + " " + token.total() + " " + after;
  }

  /** The start that a text tells. */
  public static Optional<PageStart> parse(String text) {
    String[] parts = text.split(" ", 3);
    try {
      return parts.length < 3
          ? Optional.empty()
          : Optional.of(
              new PageStart(
                  parts[2],
                  Optional.of(new Token(Instant.parse(parts[0]), Integer.parseInt(parts[1])))));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
