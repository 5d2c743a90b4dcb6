package fr.passerelle.catalog.territory;

import fr.passerelle.catalog.territory.Passage.Basis;
import fr.passerelle.catalog.territory.Passage.Known;
import fr.passerelle.catalog.territory.Passage.Share;
import fr.passerelle.catalog.territory.Passage.Sharing;
import fr.passerelle.catalog.territory.Perimeter.Fraction;
import fr.passerelle.catalog.territory.Perimeter.Placed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Communes of another vintage brought to those of today. One of today of which all that it was made
 * of is among them is there whole; of another only that part is, by the population of then.
 */
final class FormerCommunes {
  private final Vintage then;
  private final Set<String> codes;
  private final BitSet whole = new BitSet();
  private final BitSet touched = new BitSet();
  private final List<String> lost = new ArrayList<>();

  FormerCommunes(Vintage then, List<String> codes) {
    this.then = then;
    this.codes = new HashSet<>(codes);
    codes.forEach(this::place);
  }

  private void place(String code) {
    Optional<Known> known = then.find(code);
    if (known.isEmpty()) {
      lost.add(code);
      return;
    }
    switch (known.get().kind()) {
      case SAME, RENAMED -> whole.set(known.get().main());
      case MERGED, SPLIT -> known.get().shares().forEach(each -> touched.set(each.place()));
    }
  }

  Placed in() {
    List<Fraction> fractions = new ArrayList<>();
    Map<Integer, List<String>> parts = then.into(touched);
    touched.stream()
        .forEach(place -> {
          List<String> all = parts.getOrDefault(place, List.of());
          if (codes.containsAll(all)) {
            whole.set(place);
          } else {
            fractions.add(fraction(place, all));
          }
        });
    return new Placed(Communes.of(whole), fractions, lost);
  }

  private Fraction fraction(int place, List<String> parts) {
    boolean counted = parts.stream().allMatch(each -> then.population(each) > 0);
    double inside = 0;
    double all = 0;
    for (String each : parts) {
      double part = shareIn(place, each) * (counted ? then.population(each) : 1);
      all += part;
      inside += codes.contains(each) ? part : 0;
    }
    return new Fraction(
        place,
        inside / all,
        counted ? new Sharing(Basis.POPULATION, then.year()) : new Sharing(Basis.EQUAL, 0));
  }

  private double shareIn(int place, String code) {
    return then.find(code).orElseThrow().shares().stream()
        .filter(each -> each.place() == place)
        .mapToDouble(Share::share)
        .sum();
  }
}
