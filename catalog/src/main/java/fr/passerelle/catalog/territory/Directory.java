package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.search.Folding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The territories of a geography, communes included, by type, name and place. */
public final class Directory {
  private static final List<Territory.Level> LEVELS = List.of(Territory.Level.values());

  private final List<Entry> entries;

  /**
   * A territory with the words of its name, folded, and its place among all.
   *
   * @param order a text in the order of territories
   */
  private record Entry(Zone zone, String words, String order) {}

  Directory(Geography geography) {
    List<Zone> communes =
        IntStream.range(0, geography.size())
            .mapToObj(place ->
                new Zone(
                    Territory.commune(geography.code(place)),
                    geography.name(place),
                    Communes.of(place)))
            .toList();
    entries =
        Stream.concat(geography.zones().stream(), communes.stream())
            .map(zone ->
                new Entry(zone, " " + Folding.of(zone.name()) + " ", order(zone.territory())))
            .toList();
  }

  private static String order(Territory territory) {
    return LEVELS.indexOf(territory.level()) + " " + territory.code();
  }

  /**
   * What is looked for.
   *
   * @param zoning only zones of that zoning, {@code COM} for communes
   * @param words only those whose name has these words, the last of which may be a beginning; a
   *     code finds its territory
   * @param within only those of which all communes are in that one
   */
  public record Query(Optional<String> zoning, String words, Optional<Zone> within) {}

  /**
   * A territory that was found.
   *
   * @param order its place in the list, as a text in the order of the list
   */
  public record Found(Zone zone, String order) {}

  /** Those found: named so first, then those that begin so; among them the largest kind first. */
  public List<Found> find(Query query) {
    String words = Folding.of(query.words());
    BitSet inside = query.within().map(each -> each.communes().toBitSet()).orElseGet(BitSet::new);
    List<Found> found = new ArrayList<>();
    for (Entry entry : entries) {
      int rank = rank(entry, words, query.words());
      if (rank >= 0
          && query.zoning().filter(each -> !each.equals(zoning(entry))).isEmpty()
          && query.within().filter(each -> !isInside(entry, each, inside)).isEmpty()) {
        found.add(new Found(entry.zone(), rank + " " + entry.order()));
      }
    }
    if (!words.isEmpty()) {
      found.sort(Comparator.comparing(Found::order));
    }
    return found;
  }

  private static String zoning(Entry entry) {
    return entry.zone().territory().zoning();
  }

  private static boolean isInside(Entry entry, Zone large, BitSet inside) {
    return !entry.zone().territory().equals(large.territory())
        && entry.zone().communes().stream().allMatch(inside::get);
  }

  /** How well a name answers: 0 best, -1 not at all. */
  private static int rank(Entry entry, String words, String typed) {
    if (typed.isBlank()) {
      return 0;
    }
    Territory territory = entry.zone().territory();
    if (territory.toString().equalsIgnoreCase(typed.strip())
        || territory.localCode().equalsIgnoreCase(typed.strip())) {
      return 0;
    }
    if (words.isEmpty() || !entry.words().contains(" " + words)) {
      return -1;
    }
    return entry.words().equals(" " + words + " ")
        ? 0
        : entry.words().startsWith(" " + words) ? 1 : 2;
  }
}
