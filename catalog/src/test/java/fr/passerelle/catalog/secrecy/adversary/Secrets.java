package fr.passerelle.catalog.secrecy.adversary;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.territory.Communes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A synthetic family over some communes: most cells are small, as apprentices by sex and level are.
 * Nothing moves from one period to the next, which is the best an adversary can hope for.
 */
final class Secrets {
  static final int THRESHOLD = 5;
  static final Family FAMILY =
      new Family(
          "apprentis",
          Family.Kind.COUNTS,
          new TreeMap<>(Map.of("sexe", List.of("F", "M"), "niveau", List.of("3", "4"))),
          0);

  final Communes communes;
  final List<Period> periods;
  private final long[][] values;

  /** A cell that is to be found out. */
  record Target(int place, Period period, SortedMap<String, String> categories) {}

  Secrets(Communes communes, List<Period> periods, long seed) {
    this.communes = communes;
    this.periods = List.copyOf(periods);
    Random random = new Random(seed);
    int places = communes.stream().max().orElseThrow() + 1;
    values = new long[FAMILY.size()][places];
    for (long[] ofCell : values) {
      communes.stream()
          .forEach(place ->
              ofCell[place] =
                  random.nextInt(4) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 4) - 1);
    }
  }

  /** Raw sum. */
  long sum(Communes perimeter, Map<String, String> categories) {
    long sum = 0;
    for (int cell : FAMILY.cells(categories)) {
      for (int i = 0; i < perimeter.size(); i++) {
        sum += communes.contains(perimeter.at(i)) ? values[cell][perimeter.at(i)] : 0;
      }
    }
    return sum;
  }

  long value(Target target) {
    return sum(Communes.of(target.place()), target.categories());
  }

  boolean isSecret(Target target) {
    return value(target) > 0 && value(target) < THRESHOLD;
  }

  /** Cells that are secret, drawn from all of them, in the first period. */
  List<Target> targets(int count) {
    List<Target> all = new ArrayList<>();
    for (int cell = 0; cell < FAMILY.size(); cell++) {
      for (int place : communes.toArray()) {
        Target target = new Target(place, periods.getFirst(), FAMILY.codes(cell));
        if (isSecret(target)) {
          all.add(target);
        }
      }
    }
    java.util.Collections.shuffle(all, new Random(count));
    return all.subList(0, Math.min(count, all.size()));
  }

  /** As its supplier writes it, totals included. */
  String csv(java.util.function.IntFunction<String> code) {
    StringBuilder csv = new StringBuilder("commune;annee;sexe;niveau;effectif\n");
    for (Period period : periods) {
      for (int place : communes.toArray()) {
        for (int cell = 0; cell < FAMILY.size(); cell++) {
          SortedMap<String, String> codes = FAMILY.codes(cell);
          line(
              csv,
              code.apply(place),
              period,
              codes.getOrDefault("sexe", ""),
              codes.getOrDefault("niveau", ""),
              values[cell][place]);
        }
        line(csv, code.apply(place), period, "T", "T", sum(Communes.of(place), Map.of()));
      }
    }
    return csv.toString();
  }

  private static void line(
      StringBuilder csv, String commune, Period period, String sex, String level, long value) {
    csv.append(String.join(";", Arrays.asList(commune, period.toString(), sex, level)))
        .append(';')
        .append(value)
        .append('\n');
  }
}
