package fr.passerelle.catalog.secrecy.adversary;

import fr.passerelle.catalog.secrecy.adversary.Attack.Game;
import fr.passerelle.catalog.secrecy.adversary.Secrets.Target;
import fr.passerelle.catalog.territory.Communes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Exact linear algebra over answers: elimination in fractions, no rounding. */
final class Equations {
  /** Communes taken as unknowns: elimination is cubic, in numbers that grow. */
  static final int UNKNOWNS = 24;

  private Equations() {}

  /** A fraction in lowest terms. */
  record Fraction(BigInteger above, BigInteger below) {
    static final Fraction ZERO = of(0);

    Fraction {
      BigInteger common = above.gcd(below).max(BigInteger.ONE);
      BigInteger sign = BigInteger.valueOf(below.signum());
      above = above.divide(common).multiply(sign);
      below = below.divide(common).multiply(sign);
    }

    static Fraction of(long value) {
      return new Fraction(BigInteger.valueOf(value), BigInteger.ONE);
    }

    Fraction minus(Fraction other) {
      return new Fraction(
          above.multiply(other.below).subtract(other.above.multiply(below)),
          below.multiply(other.below));
    }

    Fraction times(Fraction other) {
      return new Fraction(above.multiply(other.above), below.multiply(other.below));
    }

    Fraction over(Fraction other) {
      return new Fraction(above.multiply(other.below), below.multiply(other.above));
    }

    boolean isZero() {
      return above.signum() == 0;
    }

    double value() {
      return above.doubleValue() / below.doubleValue();
    }
  }

  static Map<Target, Double> solve(Game game) {
    Map<Target, Double> found = new HashMap<>();
    List<Integer> places =
        game.targets().stream().map(Target::place).distinct().limit(UNKNOWNS).toList();
    for (SortedMap<String, String> categories : game.categories()) {
      List<Fraction[]> rows = rows(game, places, categories);
      reduce(rows, places.size());
      for (Fraction[] row : rows) {
        int only = only(row, places.size());
        if (only >= 0) {
          found.put(
              new Target(places.get(only), game.period(), categories), row[places.size()].value());
        }
      }
    }
    return found;
  }

  /**
   * Sets of these communes on top of one common ground, whose own value is one more unknown that
   * each equation is rid of by the first.
   */
  private static List<Fraction[]> rows(
      Game game, List<Integer> places, SortedMap<String, String> categories) {
    Communes ground =
        game.all().minus(Communes.of(places.stream().mapToInt(Integer::intValue).toArray()));
    long base = told(game, ground, categories);
    List<Fraction[]> rows = new ArrayList<>();
    for (int i = 0; base >= 0 && i < 3 * places.size(); i++) {
      List<Integer> chosen = places.stream().filter(any -> game.random().nextBoolean()).toList();
      Communes set =
          ground.union(Communes.of(chosen.stream().mapToInt(Integer::intValue).toArray()));
      long value = told(game, set, categories);
      if (value >= 0) {
        Fraction[] row = new Fraction[places.size() + 1];
        for (int at = 0; at < places.size(); at++) {
          row[at] = Fraction.of(chosen.contains(places.get(at)) ? 1 : 0);
        }
        row[places.size()] = Fraction.of(value - base);
        rows.add(row);
      }
    }
    return rows;
  }

  private static long told(Game game, Communes set, SortedMap<String, String> categories) {
    return game.oracle()
        .ask(set, game.period(), categories)
        .map(reply -> Math.round(reply.value()))
        .orElse(-1L);
  }

  /** To reduced row echelon form. */
  private static void reduce(List<Fraction[]> rows, int unknowns) {
    int done = 0;
    for (int column = 0; column < unknowns && done < rows.size(); column++) {
      int pivot = done;
      while (pivot < rows.size() && rows.get(pivot)[column].isZero()) {
        pivot++;
      }
      if (pivot < rows.size()) {
        Fraction[] row = rows.remove(pivot);
        rows.add(done, row);
        eliminate(rows, done, column);
        done++;
      }
    }
  }

  private static void eliminate(List<Fraction[]> rows, int pivot, int column) {
    Fraction[] by = rows.get(pivot);
    Fraction lead = by[column];
    for (int i = 0; i < by.length; i++) {
      by[i] = by[i].over(lead);
    }
    for (int row = 0; row < rows.size(); row++) {
      Fraction[] other = rows.get(row);
      Fraction factor = other[column];
      if (row != pivot && !factor.isZero()) {
        for (int i = 0; i < other.length; i++) {
          other[i] = other[i].minus(by[i].times(factor));
        }
      }
    }
  }

  /** The only unknown of an equation; -1 where it has none or several. */
  private static int only(Fraction[] row, int unknowns) {
    int only = -1;
    for (int at = 0; at < unknowns; at++) {
      if (!row[at].isZero()) {
        if (only >= 0) {
          return -1;
        }
        only = at;
      }
    }
    return only;
  }
}
