package fr.passerelle.catalog.secrecy.adversary;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.adversary.Oracle.Reply;
import fr.passerelle.catalog.secrecy.adversary.Secrets.Target;
import fr.passerelle.catalog.territory.Communes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Ways to find a cell that is not told, from answers that are. */
enum Attack {
  /** A set, and the same with one commune more. */
  PAIRS {
    @Override
    Map<Target, Double> estimates(Game game) {
      return game.each(target -> difference(game, target, cover(game, target), target.period(), 0));
    }
  },
  /** One set growing commune by commune: what each adds. */
  CHAINS {
    @Override
    Map<Target, Double> estimates(Game game) {
      Map<Target, Double> found = new HashMap<>();
      for (SortedMap<String, String> categories : game.categories()) {
        List<Integer> order = new ArrayList<>(game.places());
        Collections.shuffle(order, game.random());
        Communes grown = Attack.cover(game, order.getFirst());
        Optional<Reply> before = game.oracle().ask(grown, game.period(), categories);
        for (int place : order) {
          if (!grown.contains(place)) {
            grown = grown.union(Communes.of(place));
            Optional<Reply> after = game.oracle().ask(grown, game.period(), categories);
            Target target = new Target(place, game.period(), categories);
            subtract(after, before).ifPresent(value -> found.put(target, value));
            before = after;
          }
        }
      }
      return found;
    }
  },
  /** All communes, and all but one. */
  COMPLEMENTS {
    @Override
    Map<Target, Double> estimates(Game game) {
      return game.each(target ->
          difference(
              game, target, game.all().minus(Communes.of(target.place())), target.period(), 0));
    }
  },
  /** A total, less its other parts. */
  MARGINS {
    @Override
    Map<Target, Double> estimates(Game game) {
      return game.each(target -> {
        Communes cover = cover(game, target);
        double rest = 0;
        for (SortedMap<String, String> margin : margins(target)) {
          OptionalDouble part =
              difference(
                  game,
                  new Target(target.place(), target.period(), margin),
                  cover,
                  target.period(),
                  0);
          if (part.isEmpty()) {
            return part;
          }
          // The first is the total.
          rest =
              margin.size() < target.categories().size()
                  ? part.getAsDouble()
                  : rest - part.getAsDouble();
        }
        return OptionalDouble.of(rest);
      });
    }
  },
  /** The mean of what a commune adds to thousands of sets. */
  COVERS {
    @Override
    Map<Target, Double> estimates(Game game) {
      return game.each(target ->
          mean(
              IntStream.range(0, game.effort())
                  .mapToObj(
                      any -> difference(game, target, cover(game, target), target.period(), 0))));
    }
  },
  /** The mean over all periods, in each over some sets. */
  PERIODS {
    @Override
    Map<Target, Double> estimates(Game game) {
      return game.each(target ->
          mean(
              game.periods().stream()
                  .flatMap(period ->
                      IntStream.range(0, game.effort() / game.periods().size())
                          .mapToObj(
                              any -> difference(game, target, cover(game, target), period, 0)))));
    }
  },
  /** The mean over all formats, periods and some sets: each may have been protected by itself. */
  FORMATS {
    @Override
    Map<Target, Double> estimates(Game game) {
      return game.each(target ->
          mean(
              IntStream.range(0, game.effort())
                  .mapToObj(turn ->
                      difference(
                          game,
                          target,
                          cover(game, target),
                          game.periods().get(turn % game.periods().size()),
                          turn % game.oracle().forms()))));
    }
  },
  /** Shares, times what they are shares of. */
  RATIOS {
    @Override
    Map<Target, Double> estimates(Game game) {
      return game.each(target -> {
        Communes cover = cover(game, target);
        OptionalDouble without = numerator(game, target, cover);
        OptionalDouble with = numerator(game, target, cover.union(Communes.of(target.place())));
        return with.isPresent() && without.isPresent()
            ? OptionalDouble.of(with.getAsDouble() - without.getAsDouble())
            : OptionalDouble.empty();
      });
    }
  },
  /** Every answer an equation: what solves all of them. */
  ALGEBRA {
    @Override
    Map<Target, Double> estimates(Game game) {
      return Equations.solve(game);
    }
  },
  /** Every answer two bounds: cells that have room for one whole number only. */
  BOUNDS {
    @Override
    Map<Target, Double> estimates(Game game) {
      return Bounds.solve(game);
    }
  };

  /** What it takes each cell for that it finds. */
  abstract Map<Target, Double> estimates(Game game);

  /**
   * What an adversary has.
   *
   * @param all communes of the family
   * @param periods its periods
   * @param targets cells to be found
   * @param effort how many sets to average over
   */
  record Game(
      Oracle oracle,
      Communes all,
      List<Period> periods,
      List<Target> targets,
      int effort,
      Random random) {
    Period period() {
      return periods.getFirst();
    }

    List<Integer> places() {
      return all.stream().boxed().toList();
    }

    List<SortedMap<String, String>> categories() {
      return targets.stream().map(Target::categories).distinct().toList();
    }

    private Map<Target, Double> each(java.util.function.Function<Target, OptionalDouble> attack) {
      Map<Target, Double> found = new HashMap<>();
      for (Target target : targets) {
        attack.apply(target).ifPresent(value -> found.put(target, value));
      }
      return found;
    }
  }

  /** Half of the communes or so, large enough that no sum is small. */
  static Communes cover(Game game, Target target) {
    return cover(game, target.place());
  }

  static Communes cover(Game game, int without) {
    double share = 0.2 + 0.6 * game.random().nextDouble();
    return Communes.of(
        game.all().stream()
            .filter(place -> place != without && game.random().nextDouble() < share)
            .toArray());
  }

  /** What a commune adds to a set. */
  private static OptionalDouble difference(
      Game game, Target target, Communes cover, Period period, int form) {
    return subtract(
        game.oracle()
            .ask(cover.union(Communes.of(target.place())), period, target.categories(), form),
        game.oracle().ask(cover, period, target.categories(), form));
  }

  private static OptionalDouble subtract(Optional<Reply> more, Optional<Reply> less) {
    return more.isPresent() && less.isPresent()
        ? OptionalDouble.of(more.get().value() - less.get().value())
        : OptionalDouble.empty();
  }

  private static OptionalDouble numerator(Game game, Target target, Communes perimeter) {
    Optional<Oracle.Share> share =
        game.oracle().share(perimeter, target.period(), target.categories());
    return share.isPresent()
        ? OptionalDouble.of(share.get().value() * share.get().denominator())
        : OptionalDouble.empty();
  }

  private static OptionalDouble mean(java.util.stream.Stream<OptionalDouble> values) {
    return values.flatMapToDouble(OptionalDouble::stream).average();
  }

  /** The total over the first dimension, then its parts but the one sought. */
  private static List<SortedMap<String, String>> margins(Target target) {
    String dimension = target.categories().firstKey();
    SortedMap<String, String> total = new TreeMap<>(target.categories());
    total.remove(dimension);
    List<SortedMap<String, String>> all = new ArrayList<>(List.of(total));
    for (String code : Secrets.FAMILY.dimensions().getOrDefault(dimension, List.of())) {
      if (!code.equals(target.categories().get(dimension))) {
        SortedMap<String, String> other = new TreeMap<>(target.categories());
        other.put(dimension, code);
        all.add(other);
      }
    }
    return all;
  }
}
