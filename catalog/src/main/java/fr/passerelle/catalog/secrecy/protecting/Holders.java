package fr.passerelle.catalog.secrecy.protecting;

import java.util.HashMap;
import java.util.Map;

/**
 * Who has a magnitude, as far as is delivered: who has most of it in each commune.
 *
 * @param total all of it
 * @param units how many have a part in it
 * @param named what those have that have most of it somewhere, by their names
 * @param unnamed what the largest of those without a name has, each being another one
 */
record Holders(long total, long units, Map<String, Long> named, long unnamed) {
  /** Nobody. */
  static final Holders NONE = new Holders(0, 0, Map.of(), 0);

  Holders {
    named = Map.copyOf(named);
  }

  /** Those of one commune; the name is empty where it is not told. */
  static Holders of(long total, long units, String name, long largest) {
    return name.isEmpty()
        ? new Holders(total, units, Map.of(), largest)
        : new Holders(total, units, Map.of(name, largest), 0);
  }

  /** Both together: one who is named in both is one. */
  Holders and(Holders other) {
    Map<String, Long> all = new HashMap<>(named);
    int same = 0;
    for (Map.Entry<String, Long> each : other.named.entrySet()) {
      same += all.containsKey(each.getKey()) ? 1 : 0;
      all.merge(each.getKey(), each.getValue(), Long::sum);
    }
    return new Holders(
        Math.addExact(total, other.total),
        units + other.units - same,
        all,
        Math.max(unnamed, other.unnamed));
  }

  /** What the largest of all has. */
  long largest() {
    return named.values().stream().mapToLong(Long::longValue).reduce(unnamed, Math::max);
  }
}
