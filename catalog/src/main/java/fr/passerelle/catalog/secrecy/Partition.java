package fr.passerelle.catalog.secrecy;

import fr.passerelle.catalog.territory.Communes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Communes in groups, each of which is told of as a whole or not at all. A set of communes that
 * cuts a group has none of it: whoever adds and takes away sets only ever finds groups.
 */
public final class Partition {
  private final List<Communes> groups;
  private final int[] groupOf;

  private Partition(List<Communes> groups, int[] groupOf) {
    this.groups = groups;
    this.groupOf = groupOf;
  }

  /**
   * A partition of some communes.
   *
   * @param places how many communes there are
   * @param groups none empty, no two with a commune in common; communes in none are not told of
   */
  public static Partition of(int places, List<Communes> groups) {
    int[] groupOf = new int[places];
    Arrays.fill(groupOf, -1);
    for (int group = 0; group < groups.size(); group++) {
      Communes members = groups.get(group);
      if (members.isEmpty()) {
        throw new IllegalArgumentException("an empty group");
      }
      for (int i = 0; i < members.size(); i++) {
        if (groupOf[members.at(i)] >= 0) {
          throw new IllegalArgumentException("a commune in two groups: " + members.at(i));
        }
        groupOf[members.at(i)] = group;
      }
    }
    return new Partition(List.copyOf(groups), groupOf);
  }

  /** Its groups. */
  public List<Communes> groups() {
    return groups;
  }

  /** Number of the group of a commune; -1 where it has none. */
  public int group(int place) {
    return groupOf[place];
  }

  /** The communes of the groups that a set holds whole; the set itself where it cuts none. */
  public Communes whole(Communes communes) {
    Map<Integer, Integer> seen = new HashMap<>();
    boolean all = true;
    for (int i = 0; i < communes.size(); i++) {
      int group = groupOf[communes.at(i)];
      if (group < 0) {
        all = false;
      } else if (groups.get(group).size() > 1) {
        seen.merge(group, 1, Integer::sum);
      }
    }
    seen.entrySet().removeIf(each -> each.getValue() == groups.get(each.getKey()).size());
    return all && seen.isEmpty() ? communes : without(communes, seen.keySet());
  }

  private Communes without(Communes communes, Set<Integer> cut) {
    BitSet held = new BitSet(groupOf.length);
    for (int i = 0; i < communes.size(); i++) {
      int group = groupOf[communes.at(i)];
      held.set(communes.at(i), group >= 0 && !cut.contains(group));
    }
    return Communes.of(held);
  }

  /** Whether every group of this one lies in a group of the other. */
  public boolean refines(Partition other) {
    return groups.stream()
        .allMatch(members -> {
          int group = other.groupOf[members.at(0)];
          return group >= 0 && other.groups.get(group).containsAll(members);
        });
  }
}
