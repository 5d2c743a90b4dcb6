package fr.passerelle.catalog.secrecy.protecting;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.vocab.RefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups of communes of which every value of a table may be told: of each cell and period, so many
 * units and none with too much of it. Communes are grouped where they share all zones first, then
 * where they share all but the last zoning, and so on, so that as few zones as can be are cut.
 * There is one partition for all cells and periods: two that overlap would give their differences.
 */
final class SafeGroups {
  private final Protection protection;
  private final Geography geography;
  private final List<String> zonings;
  private final List<Group> all = new ArrayList<>();

  /** Communes together, and who has what of theirs. */
  private record Group(Communes communes, Map<Key, Holders> holders) {
    private Group and(Group other) {
      Map<Key, Holders> sum = new HashMap<>(holders);
      other.holders.forEach((key, more) -> sum.merge(key, more, Holders::and));
      return new Group(communes.union(other.communes), sum);
    }

    private int first() {
      return communes.at(0);
    }

    private boolean isEmpty() {
      return holders.values().stream().allMatch(each -> each.units() == 0);
    }
  }

  /** A cell of a period. */
  private record Key(Period period, int cell) {}

  private SafeGroups(RawTable table, Geography geography) {
    this.protection = table.order().head().protection();
    this.geography = geography;
    this.zonings = table.order().zonings();
    Map<Integer, Map<Key, Holders>> byUnit = new HashMap<>();
    table
        .holders()
        .forEach((spot, holders) ->
            byUnit
                .computeIfAbsent(spot.unit(), any -> new HashMap<>())
                .put(new Key(spot.period(), spot.cell()), holders));
    List<Communes> units = table.units().groups();
    for (int unit = 0; unit < units.size(); unit++) {
      all.add(new Group(units.get(unit), byUnit.getOrDefault(unit, Map.of())));
    }
  }

  /**
   * The groups of a table: its units, joined.
   *
   * @throws RefusedException if all of it together may not be told
   */
  static Partition of(RawTable table, Geography geography) {
    SafeGroups groups = new SafeGroups(table, geography);
    for (int level = groups.zonings.size(); level >= 0; level--) {
      groups.join(groups.zonings.subList(0, level));
    }
    if (groups.all.stream().anyMatch(each -> !groups.isSafe(each))) {
      throw RefusedException.of(
          table.order().head().family().name(),
          "protection",
          "aucun regroupement de communes ne satisfait la règle du secret : demander une table"
              + " moins détaillée, ou sur un territoire plus grand");
    }
    return Partition.of(
        geography.size(),
        groups.all.stream()
            .sorted(Comparator.comparingInt(Group::first))
            .map(Group::communes)
            .toList());
  }

  private boolean isSafe(Group group) {
    return group.holders().values().stream().allMatch(this::isSafe);
  }

  private boolean isSafe(Holders holders) {
    return protection.allows(holders.units(), holders.largest(), holders.total());
  }

  /** Joins what is not safe to what lies in the same zones of those zonings. */
  private void join(List<String> shared) {
    Map<String, List<Group>> buckets = new TreeMap<>();
    List<Group> straddling = new ArrayList<>();
    for (Group each : all) {
      List<String> keys =
          each.communes().stream().mapToObj(place -> key(place, shared)).distinct().toList();
      if (keys.size() == 1) {
        buckets.computeIfAbsent(keys.getFirst(), any -> new ArrayList<>()).add(each);
      } else {
        straddling.add(each);
      }
    }
    all.clear();
    all.addAll(straddling);
    buckets.values().forEach(bucket -> all.addAll(joined(bucket)));
  }

  private String key(int place, List<String> shared) {
    StringBuilder key = new StringBuilder();
    for (String zoning : shared) {
      key.append('|').append(zones(zoning).getOrDefault(place, ""));
    }
    return key.toString();
  }

  private final Map<String, Map<Integer, String>> zonesOf = new HashMap<>();

  private Map<Integer, String> zones(String zoning) {
    return zonesOf.computeIfAbsent(
        zoning,
        name -> {
          Map<Integer, String> codes = new HashMap<>();
          for (Zone zone :
              geography
                  .zoning(name)
                  .orElseThrow(() ->
                      RefusedException.of(
                          name, "zoning", "zonage inconnu : donner son fichier (--territories)"))
                  .zones()) {
            zone.communes().stream()
                .forEach(place -> codes.put(place, zone.territory().toString()));
          }
          return codes;
        });
  }

  private List<Group> joined(List<Group> bucket) {
    List<Group> safe = new ArrayList<>();
    List<Group> made = new ArrayList<>();
    List<Group> waiting = new ArrayList<>();
    for (Group each : bucket) {
      if (each.isEmpty()) {
        made.add(each);
      } else {
        (isSafe(each) ? safe : waiting).add(each);
      }
    }
    List<Group> rest = chain(waiting, safe);
    rest.forEach(each -> absorb(each, safe));
    made.addAll(safe);
    return made;
  }

  /** Neighbours in the order of codes together until they are safe; what is left over. */
  private List<Group> chain(List<Group> waiting, List<Group> safe) {
    waiting.sort(Comparator.comparingInt(Group::first));
    List<Group> open = new ArrayList<>();
    for (Group each : waiting) {
      Group group = open.isEmpty() ? each : open.removeLast().and(each);
      (isSafe(group) ? safe : open).add(group);
    }
    return open;
  }

  /**
   * Joins what is left to the nearest groups until it is safe; as it is where all of them do not.
   */
  private void absorb(Group left, List<Group> safe) {
    Group whole = left;
    for (Group each : safe) {
      whole = whole.and(each);
    }
    if (!isSafe(whole)) {
      safe.add(left);
      return;
    }
    List<Group> nearest = new ArrayList<>(safe);
    nearest.sort(Comparator.comparingInt(each -> Math.abs(each.first() - left.first())));
    Group group = left;
    for (Group each : nearest) {
      if (!isSafe(group)) {
        group = group.and(each);
        safe.remove(each);
      }
    }
    safe.add(group);
  }
}
