package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Passage;
import fr.passerelle.catalog.territory.Vintage;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The smallest parts of a territory that figures of all vintages can tell of: a commune of the
 * reference vintage with all that it is made of; those that a commune of some vintage was split
 * into, together. Were figures protected before they are brought to them, a merged commune would be
 * an exact margin beside its parts, and a split one its parts' exact total.
 */
final class Units {
  private final int[] above;

  private Units(int size) {
    above = new int[size];
    for (int i = 0; i < size; i++) {
      above[i] = i;
    }
  }

  /**
   * The units of some communes.
   *
   * @param kept groups made before, which stay together
   */
  static Partition of(Geography geography, Communes scope, List<Communes> kept) {
    Units units = new Units(geography.size());
    for (int year : geography.vintages()) {
      geography.vintage(year).ifPresent(units::join);
    }
    kept.forEach(units::join);
    Map<Integer, BitSet> members = new TreeMap<>();
    for (int i = 0; i < scope.size(); i++) {
      members.computeIfAbsent(units.top(scope.at(i)), any -> new BitSet()).set(scope.at(i));
    }
    return Partition.of(geography.size(), members.values().stream().map(Communes::of).toList());
  }

  private void join(Vintage vintage) {
    for (String code : vintage.moved()) {
      vintage
          .find(code)
          .filter(known -> !known.exact())
          .ifPresent(known ->
              join(Communes.of(known.shares().stream().mapToInt(Passage.Share::place).toArray())));
    }
  }

  private void join(Communes communes) {
    for (int i = 1; i < communes.size(); i++) {
      int one = top(communes.at(0));
      int other = top(communes.at(i));
      // The first in the order of codes leads: its code is what the unit is drawn by.
      above[Math.max(one, other)] = Math.min(one, other);
    }
  }

  private int top(int place) {
    int top = place;
    while (above[top] != top) {
      top = above[top];
    }
    return top;
  }
}
