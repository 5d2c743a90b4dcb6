package fr.passerelle.catalog.territory;

import fr.passerelle.catalog.territory.Passage.Known;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The territories of France as they are published: communes of one reference vintage in the order
 * of their codes, each with a place from 0; zones as sets of places; what communes of other
 * vintages became. Immutable; a vector of figures in commune order goes with one {@link #version}.
 *
 * <p>Zones are no tree: what holds what is told from communes, with shares ({@link #overlaps}).
 */
public final class Geography {
  private final Zoning.Origin origin;
  private final List<Zoning.Origin> passages;
  private final int reference;
  private final List<String> codes;
  private final List<String> names;
  private final int[] populations;
  private final Map<String, Integer> places;
  private final Map<String, Zoning> zonings;
  private final Map<Territory, Zone> zones;
  private final List<Zone> ordered;
  private final Object crossing = new Object();
  private Optional<Assembly> making;
  private volatile Optional<Past> past = Optional.empty();
  private final String version;
  private @Nullable Directory directory;

  Geography(Assembly made) {
    origin = made.origin();
    passages = made.passages();
    reference = made.reference();
    codes = made.codes();
    names = made.names();
    populations = made.populations();
    places = made.places();
    zonings = made.zonings();
    making = Optional.of(made);
    version = made.version();
    zones = new HashMap<>();
    zonings.values().forEach(each -> each.zones().forEach(it -> zones.put(it.territory(), it)));
    Comparisons.of(this).forEach(each -> zones.put(each.territory(), each));
    ordered = List.copyOf(new TreeMap<>(zones).values());
  }

  /**
   * What is known of other vintages.
   *
   * @param former communes of any year that are no more, with what they are now
   */
  private record Past(NavigableMap<Integer, Vintage> vintages, Map<String, List<String>> former) {}

  /** Made when it is first asked for: it takes longer than all the rest, and few ask. */
  private Past past() {
    Optional<Past> made = past;
    if (made.isPresent()) {
      return made.get();
    }
    synchronized (crossing) {
      if (past.isEmpty()) {
        Assembly from = making.orElseThrow();
        past = Optional.of(new Past(from.vintages(), from.former()));
        making = Optional.empty();
      }
      return past.orElseThrow();
    }
  }

  /**
   * What those parts say together; the last with a list of communes is the reference.
   *
   * @throws IllegalArgumentException if none has a list of communes
   */
  public static Geography of(List<Source> parts) {
    return new Geography(new Assembly(parts));
  }

  /**
   * A part and where it comes from.
   *
   * @param hash what its content is known by
   */
  public record Source(GeographyPart part, Zoning.Origin origin, String hash) {}

  /** Where the reference communes come from. */
  public Zoning.Origin origin() {
    return origin;
  }

  /** Where it is said what communes of other years became. */
  public List<Zoning.Origin> passages() {
    return passages;
  }

  /** Name of this state: two of one name say the same. Part of every cache key. */
  public String version() {
    return version;
  }

  /** Year of the geographic code whose communes have places. */
  public int vintage() {
    return reference;
  }

  /** How many communes have places: 0 to this less one. */
  public int size() {
    return codes.size();
  }

  /** Code of the commune at that place. */
  public String code(int place) {
    return codes.get(place);
  }

  /** Name of the commune at that place. */
  public String name(int place) {
    return names.get(place);
  }

  /** Inhabitants of the commune at that place, or {@link GeographyPart#UNKNOWN}. */
  public int population(int place) {
    return populations[place];
  }

  /** Place of the commune of that code in the reference vintage, or -1. */
  public int place(String code) {
    @Nullable Integer place = places.get(code);
    return place == null ? -1 : place;
  }

  /** Codes of those communes, in order. */
  public List<String> codes(Communes communes) {
    return communes.stream().mapToObj(codes::get).toList();
  }

  /** All communes. */
  public Communes all() {
    return Communes.first(codes.size());
  }

  /** Inhabitants of those communes; empty where no commune has a known population. */
  public OptionalLong population(Communes communes) {
    long sum = 0;
    boolean known = false;
    for (int i = 0; i < communes.size(); i++) {
      int people = populations[communes.at(i)];
      known |= people != GeographyPart.UNKNOWN;
      sum += Math.max(0, people);
    }
    return known ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  /** Zonings, by their names. */
  public List<Zoning> zonings() {
    return List.copyOf(zonings.values());
  }

  /** The zoning of that name. */
  public Optional<Zoning> zoning(String id) {
    return Optional.ofNullable(zonings.get(id));
  }

  /** A territory with its communes; empty where there is none, and for the world and Europe. */
  public Optional<Zone> find(Territory territory) {
    if (territory.level() == Territory.Level.COMMUNE) {
      int place = place(territory.code());
      return place < 0
          ? Optional.empty()
          : Optional.of(new Zone(territory, name(place), Communes.of(place)));
    }
    return Optional.ofNullable(zones.get(territory));
  }

  /** Communes of a territory. */
  public Optional<Communes> communes(Territory territory) {
    return find(territory).map(Zone::communes);
  }

  /** France and what it is compared with, then zones of all zonings, by their codes. */
  public List<Zone> zones() {
    return ordered;
  }

  /** Its territories by type, name and place; made when it is first asked for. */
  public synchronized Directory directory() {
    Directory made = directory;
    if (made == null) {
      made = new Directory(this);
      directory = made;
    }
    return made;
  }

  /** Whether a zone has a commune in any of the departments of those codes. */
  public boolean isIn(Zone zone, Set<String> departments) {
    return departments.stream()
        .flatMap(code -> communes(Territory.of(Territory.DEPARTMENTS, code)).stream())
        .anyMatch(each -> each.countCommon(zone.communes()) > 0);
  }

  /** How the first lies over the second. */
  public Overlap overlap(Communes first, Zone second) {
    return overlap(first, first.toBitSet(), population(first).orElse(0), second);
  }

  private Overlap overlap(Communes first, BitSet wanted, long people, Zone second) {
    int common = 0;
    long both = 0;
    for (int i = 0; i < second.communes().size(); i++) {
      int place = second.communes().at(i);
      if (wanted.get(place)) {
        common++;
        both += Math.max(0, populations[place]);
      }
    }
    return new Overlap(
        second,
        common,
        first.isEmpty() ? 0 : (double) common / first.size(),
        second.communes().isEmpty() ? 0 : (double) common / second.communes().size(),
        people == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) both / people));
  }

  /** Every zone that has a commune in common with those, by code. */
  public List<Overlap> overlaps(Communes communes) {
    BitSet wanted = communes.toBitSet();
    long people = population(communes).orElse(0);
    return ordered.stream()
        .map(each -> overlap(communes, wanted, people, each))
        .filter(each -> each.common() > 0)
        .toList();
  }

  /** Zones that hold a territory whole, and those that it holds in part only. */
  public List<Overlap> across(Zone zone) {
    return overlaps(zone.communes()).stream()
        .filter(each -> !each.other().territory().equals(zone.territory()))
        .filter(each -> each.ofOther() < 1 || each.contained())
        .toList();
  }

  /** A commune through the vintages; empty where no vintage known here has that code. */
  public Optional<Biography> biography(String code) {
    int place = place(code);
    if (place >= 0) {
      return Optional.of(Biography.living(this, place));
    }
    return passage(code, reference) instanceof Passage.OtherVintage other
        ? Optional.of(Biography.former(this, code, other))
        : Optional.empty();
  }

  /** Territories that have those communes and no other, by code. */
  public List<Zone> equal(Communes communes) {
    return zones().stream().filter(each -> each.communes().equals(communes)).toList();
  }

  /** The largest zones of which all communes are among those: none of them holds another. */
  public List<Zone> largestIn(Communes communes) {
    BitSet wanted = communes.toBitSet();
    List<Zone> inside =
        zones().stream()
            .filter(each -> each.communes().stream().allMatch(wanted::get))
            .sorted(Comparator.comparingInt((Zone each) -> -each.communes().size()))
            .toList();
    List<Zone> largest = new ArrayList<>();
    for (Zone each : inside) {
      if (largest.stream().noneMatch(other -> other.communes().containsAll(each.communes()))) {
        largest.add(each);
      }
    }
    return largest;
  }

  /**
   * Communes of other vintages that are in the one at that place, or were called otherwise: by
   * year, their codes, the commune itself left out where it did not change.
   */
  public Map<Integer, List<String>> predecessors(int place) {
    Map<Integer, List<String>> found = new TreeMap<>();
    past()
        .vintages()
        .forEach((year, vintage) -> {
          List<String> of = vintage.into(place);
          if (!of.isEmpty()) {
            found.put(year, of);
          }
        });
    return found;
  }

  /** Years of the geographic code that are known, the reference among them. */
  public List<Integer> vintages() {
    return List.copyOf(past().vintages().keySet());
  }

  /** The communes of that year. */
  public Optional<Vintage> vintage(int year) {
    return Optional.ofNullable(past().vintages().get(year));
  }

  /** What a commune of that vintage is in the reference vintage, or why that cannot be said. */
  public Passage passage(String code, int year) {
    @Nullable Vintage vintage = past().vintages().get(year);
    if (vintage == null) {
      return new Passage.UnknownVintage();
    }
    Optional<Known> known = vintage.find(code);
    if (known.isPresent()) {
      return known.get();
    }
    if (vintage.has(code)) {
      return new Passage.Untraced();
    }
    int whole = place(Districts.commune(code));
    return whole >= 0 ? new Passage.District(whole) : elsewhere(code);
  }

  private Passage elsewhere(String code) {
    List<Integer> years =
        past().vintages().values().stream()
            .filter(each -> each.has(code))
            .map(Vintage::year)
            .toList();
    if (years.isEmpty()) {
      List<String> now = past().former().getOrDefault(code, List.of());
      return now.isEmpty() ? new Passage.Unknown() : new Passage.OtherVintage(List.of(), now);
    }
    List<String> now =
        vintage(years.getLast()).flatMap(each -> each.find(code)).stream()
            .flatMap(known -> known.shares().stream())
            .map(share -> code(share.place()))
            .toList();
    return new Passage.OtherVintage(years, now);
  }

  /**
   * The name under which a commune goes on through mergers: its code in the reference vintage; of
   * one that was split, the part with the largest share. Empty where it is not known. The draw that
   * protects a small count is keyed by it, so that one place draws alike whatever the vintage of
   * its figures; a new reference vintage is a new lineage for the communes that it merges.
   */
  public Optional<String> lineage(String code, int year) {
    return switch (passage(code, year)) {
      case Known known -> Optional.of(code(known.main()));
      case Passage.District district -> Optional.of(code(district.place()));
      case Passage.OtherVintage _,
          Passage.Untraced _,
          Passage.Unknown _,
          Passage.UnknownVintage _ ->
          Optional.empty();
    };
  }

  /** The name of a commune of that vintage; its code where none is known. */
  public String name(String code, int year) {
    return vintage(year)
        .flatMap(each -> each.findName(code))
        .or(() -> Optional.of(place(code)).filter(at -> at >= 0).map(this::name))
        .or(() ->
            past().vintages().descendingMap().values().stream()
                .flatMap(each -> each.findName(code).stream())
                .findFirst())
        .orElse(code);
  }
}
