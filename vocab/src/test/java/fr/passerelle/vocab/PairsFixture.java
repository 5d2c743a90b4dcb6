package fr.passerelle.vocab;

import fr.passerelle.vocab.Correspondence.Author;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Small tables of pairs between schemes {@code left} and {@code right}, written in a line. */
public final class PairsFixture {
  /** An edition without scheme of its own. */
  public static final Edition TABLE =
      new Edition("table", "Une table", "Quelqu'un", "https://example.org/", true, "");

  private static final Author AUTHOR = new Author("someone", "Quelqu'un");

  private PairsFixture() {}

  /**
   * A release of such a table.
   *
   * @param cells {@code a=1 b=2,3 c=-}: a has one pair, b has two, c has nothing
   */
  public static Release release(String id, String cells) {
    Stubs stubs = new Stubs();
    Correspondence correspondence = correspondence(cells, stubs);
    Release.Source source =
        new Release.Source("table.csv", "0".repeat(64), LocalDate.of(2026, 1, 15), false);
    return Release.of(TABLE, id, source, stubs.schemes(), List.of(correspondence));
  }

  /** The correspondence of those cells, its ends cited. */
  public static Correspondence correspondence(String cells, Stubs stubs) {
    List<Pair> pairs = new ArrayList<>();
    List<Association> unmatched = new ArrayList<>();
    for (String cell : cells.split(" ", -1)) {
      String[] sides = cell.split("=", -1);
      ConceptRef from = cite(stubs, "left", sides[0]);
      if (sides[1].equals("-")) {
        unmatched.add(Association.gone(from, "rien"));
        continue;
      }
      for (String to : sides[1].split(",", -1)) {
        pairs.add(Pair.related(from, cite(stubs, "right", to)));
      }
    }
    return Correspondence.of(
        AUTHOR, "left", "right", Correspondence.Versions.UNKNOWN, "À la main", pairs, unmatched);
  }

  private static ConceptRef cite(Stubs stubs, String scheme, String code) {
    return stubs.cite(new ConceptRef(scheme, code), ConceptType.CONCEPT, "libellé " + code);
  }
}
