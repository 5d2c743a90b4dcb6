package fr.passerelle.catalog.observation.source;

import fr.passerelle.catalog.observation.Observation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Parts of the same things, added in memory in the order of the first ones. */
final class PartSums {
  private final Map<Object, Observation> sums = new LinkedHashMap<>();

  private record Key(String indicator, Object cell, Object territory) {}

  void add(Observation part) {
    sums.merge(new Key(part.indicator(), part.cell(), part.territory()), part, PartSums::sum);
  }

  List<Observation> all() {
    return List.copyOf(sums.values());
  }

  /** A sum that lacks a part is not told. */
  private static Observation sum(Observation sum, Observation part) {
    boolean whole = sum.value().isPresent() && part.value().isPresent();
    return new Observation(
        sum.indicator(),
        sum.categories(),
        sum.territory(),
        sum.period(),
        whole
            ? OptionalDouble.of(sum.value().getAsDouble() + part.value().getAsDouble())
            : OptionalDouble.empty(),
        whole ? sum.status() : sum.value().isPresent() ? part.status() : sum.status(),
        sum.wording(),
        "");
  }
}
