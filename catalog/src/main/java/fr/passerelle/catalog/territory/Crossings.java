package fr.passerelle.catalog.territory;

import fr.passerelle.catalog.territory.GeographyPart.Change;
import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.catalog.territory.GeographyPart.Step;
import fr.passerelle.catalog.territory.Passage.Kind;
import fr.passerelle.catalog.territory.Passage.Known;
import fr.passerelle.catalog.territory.Passage.Share;
import fr.passerelle.catalog.territory.Passage.Sharing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What communes of all known vintages are in the reference one.
 *
 * <p>Vintages that follow each other are crossed step by step, backwards from the reference: what
 * no step names did not change. Older lists are crossed at once by the table of successors ({@link
 * Successions}), or where there is none, by the oldest vintage of the steps. The one newer vintage
 * that successors lead to is crossed the other way.
 */
final class Crossings {
  private final GeographyPart part;
  private final Map<String, Integer> places;
  private final List<GeographyPart.Successors> successors;
  private final TreeMap<Integer, Map<String, Commune>> lists = new TreeMap<>();
  private final Splits splits;
  private final Map<Integer, Successions> successionsOf = new HashMap<>();

  /** Of each vintage, what its communes became: shares by place, before kinds are told. */
  private final TreeMap<Integer, Map<String, Became>> crossed = new TreeMap<>();

  Crossings(
      GeographyPart part, Map<String, Integer> places, List<GeographyPart.Successors> successors) {
    this.part = part;
    this.places = places;
    this.successors = successors;
    part.lists().forEach(each -> lists.put(each.vintage(), byCode(each.communes())));
    lists.put(part.vintage(), byCode(part.communes()));
    splits = new Splits(lists);
  }

  /**
   * What a commune became.
   *
   * @param shares share by code of today; none where nothing says
   */
  record Became(Map<String, Double> shares, Sharing key) {
    static final Became UNTRACED = new Became(Map.of(), Sharing.NONE);

    static Became all(String code) {
      return new Became(Map.of(code, 1.0), Sharing.NONE);
    }

    boolean exact() {
      return shares.size() == 1;
    }
  }

  private static Map<String, Commune> byCode(List<Commune> communes) {
    Map<String, Commune> byCode = new LinkedHashMap<>(communes.size() * 2);
    communes.forEach(each -> byCode.put(each.code(), each));
    return byCode;
  }

  NavigableMap<Integer, Vintage> vintages(List<String> codes, List<String> names) {
    steps();
    for (GeographyPart.Successors each : successors) {
      newer(each);
    }
    lists.keySet().stream()
        .filter(year -> !crossed.containsKey(year))
        .toList()
        .forEach(this::listed);
    TreeMap<Integer, Vintage> vintages = new TreeMap<>();
    crossed.forEach((year, became) -> vintages.put(year, told(year, codes, names, became)));
    return vintages;
  }

  /** Communes of any year that are no more, with what they are now. */
  Map<String, List<String>> former() {
    Map<String, List<String>> former = new HashMap<>();
    for (GeographyPart.Successors each : successors) {
      Successions crossing =
          new Successions(Map.of(), Objects.requireNonNull(lists.get(part.vintage())), each);
      each.all().stream()
          .map(GeographyPart.Succession::before)
          .filter(code -> !places.containsKey(code))
          .forEach(code -> former.computeIfAbsent(code, key -> List.copyOf(crossing.of(key))));
    }
    return former;
  }

  private void steps() {
    Map<String, Became> now = new HashMap<>();
    places.keySet().forEach(code -> now.put(code, Became.all(code)));
    crossed.put(part.vintage(), now);
    List<Step> chain =
        part.steps().stream().sorted(Comparator.comparingInt(Step::from).reversed()).toList();
    for (Step step : chain) {
      @Nullable Map<String, Became> after = crossed.get(step.to());
      if (after != null && !crossed.containsKey(step.from())) {
        crossed.put(step.from(), before(step, after));
      }
    }
  }

  private Map<String, Became> before(Step step, Map<String, Became> after) {
    Map<String, List<String>> changed = new TreeMap<>();
    for (Change each : step.changes()) {
      changed.computeIfAbsent(each.before(), code -> new ArrayList<>()).add(each.after());
    }
    Map<String, Became> before = new HashMap<>(after);
    step.changes().forEach(each -> before.remove(each.after()));
    changed.forEach((code, into) -> before.put(code, composed(step, into, after)));
    return before;
  }

  private Became composed(Step step, List<String> into, Map<String, Became> after) {
    if (into.size() == 1) {
      return after.getOrDefault(into.getFirst(), Became.UNTRACED);
    }
    Splits.Shared shared =
        splits.ofStep(
            into, step.to(), successors.isEmpty() ? Map.of() : origins(into, step.from()));
    Map<String, Double> shares = new TreeMap<>();
    Sharing key = shared.key();
    for (String each : into) {
      Became next = after.getOrDefault(each, Became.UNTRACED);
      next.shares()
          .forEach((code, share) ->
              shares.merge(code, share * shared.shares().getOrDefault(each, 0.0), Double::sum));
    }
    return new Became(shares, shares.size() == 1 ? Sharing.NONE : key);
  }

  /** Communes of lists up to that year that became one of those, by that one. */
  private Map<Integer, Map<String, List<String>>> origins(List<String> wanted, int until) {
    Map<Integer, Map<String, List<String>>> origins = new TreeMap<>();
    for (int year : lists.headMap(until, true).keySet()) {
      Successions crossing = successionsOf.computeIfAbsent(year, this::successions);
      Map<String, List<String>> byTarget = new HashMap<>();
      for (String code : Objects.requireNonNull(lists.get(year)).keySet()) {
        Set<String> targets = crossing.of(code);
        if (targets.size() == 1 && wanted.containsAll(targets)) {
          byTarget.computeIfAbsent(targets.iterator().next(), key -> new ArrayList<>()).add(code);
        }
      }
      origins.put(year, byTarget);
    }
    return origins;
  }

  private Successions successions(int year) {
    return new Successions(
        Objects.requireNonNull(lists.get(year)),
        Objects.requireNonNull(lists.get(part.vintage())),
        successors.getLast());
  }

  /** A list of communes that no step leads to. */
  private void listed(int year) {
    Map<String, Became> oldest =
        crossed.higherEntry(year) == null
            ? Map.of()
            : Objects.requireNonNull(crossed.ceilingEntry(year)).getValue();
    @Nullable Successions crossing =
        successors.isEmpty() ? null : successionsOf.computeIfAbsent(year, this::successions);
    Map<String, Became> became = new HashMap<>();
    for (String code : Objects.requireNonNull(lists.get(year)).keySet()) {
      became.put(code, became(code, year, oldest, crossing));
    }
    crossed.put(year, became);
  }

  private Became became(
      String code, int year, Map<String, Became> oldest, @Nullable Successions crossing) {
    boolean untold = crossing == null || crossing.isUntold(code);
    Became chained = oldest.getOrDefault(code, Became.UNTRACED);
    boolean lives = places.containsKey(code);
    if (crossing == null || untold) {
      return lives ? Became.all(code) : chained;
    }
    if (!lives && chained.exact()) {
      return chained;
    }
    Set<String> targets = crossing.of(code);
    if (targets.size() == 1) {
      return Became.all(targets.iterator().next());
    }
    if (targets.isEmpty()) {
      return chained;
    }
    Splits.Shared shared = splits.ofListed(code, List.copyOf(targets), year, this::today);
    return new Became(shared.shares(), shared.key());
  }

  /** Where a commune of a listed year is today, by what is crossed already, else by successors. */
  private Set<String> today(int year, String code) {
    @Nullable Map<String, Became> known = crossed.get(year);
    if (known != null) {
      return known.getOrDefault(code, Became.UNTRACED).shares().keySet();
    }
    return Objects.requireNonNull(lists.get(year)).containsKey(code)
        ? successionsOf.computeIfAbsent(year, this::successions).of(code)
        : Set.of();
  }

  /** The vintage that successors lead to, where it is newer than the reference. */
  private void newer(GeographyPart.Successors given) {
    if (given.vintage() <= part.vintage()) {
      return;
    }
    Map<String, List<String>> sources = new HashMap<>();
    Set<String> told = new HashSet<>();
    for (GeographyPart.Succession each : given.all()) {
      if (places.containsKey(each.before())) {
        told.add(each.before());
        sources.computeIfAbsent(each.now(), code -> new ArrayList<>(1)).add(each.before());
      }
    }
    places.keySet().stream()
        .filter(code -> !told.contains(code))
        .forEach(code -> sources.computeIfAbsent(code, key -> new ArrayList<>(1)).add(code));
    Map<String, Became> became = new HashMap<>();
    sources.forEach((code, of) -> {
      Splits.Shared shared = splits.ofMerged(of, part.vintage());
      became.put(code, new Became(shared.shares(), of.size() == 1 ? Sharing.NONE : shared.key()));
    });
    crossed.put(given.vintage(), became);
  }

  /** The kinds of passages, from how many communes of the vintage are in one of today. */
  private Vintage told(
      int year, List<String> codes, List<String> names, Map<String, Became> became) {
    int[] sources = new int[codes.size()];
    became.values().forEach(each -> each.shares().keySet().forEach(code -> sources[place(code)]++));
    BitSet same = new BitSet(codes.size());
    Map<String, Known> moved = new HashMap<>();
    became.forEach((code, each) -> {
      // Nine in ten are alone in themselves.
      if (each.exact() && each.shares().containsKey(code) && sources[place(code)] == 1) {
        same.set(place(code));
      } else {
        moved.put(code, known(each, sources));
      }
    });
    return new Vintage(
        year, places, codes, same, moved, names(year, names), populations(year, moved.keySet()));
  }

  /** Inhabitants by code, of the nearest year in which the commune was counted. */
  private Map<String, Integer> populations(int year, Set<String> wanted) {
    List<Integer> years =
        lists.keySet().stream()
            .sorted(Comparator.comparingInt(each -> Math.abs(each - year)))
            .toList();
    Map<String, Integer> populations = new HashMap<>();
    for (String code : wanted) {
      years.stream()
          .map(each -> Objects.requireNonNull(lists.get(each)).get(code))
          .filter(Objects::nonNull)
          .map(Commune::population)
          .filter(people -> people > 0)
          .findFirst()
          .ifPresent(people -> populations.put(code, people));
    }
    return populations;
  }

  private Known known(Became became, int[] sources) {
    List<Share> shares =
        became.shares().entrySet().stream()
            .map(share -> new Share(place(share.getKey()), share.getValue()))
            .sorted(
                Comparator.comparingDouble(Share::share).reversed().thenComparingInt(Share::place))
            .toList();
    Kind kind =
        shares.size() > 1
            ? Kind.SPLIT
            : shares.isEmpty() || sources[shares.getFirst().place()] > 1
                ? Kind.MERGED
                : Kind.RENAMED;
    return new Known(kind, shares, became.key());
  }

  private int place(String code) {
    return Objects.requireNonNull(places.get(code), code);
  }

  /** Names of a listed vintage that are not those of today. */
  private Map<String, String> names(int year, List<String> today) {
    return lists.getOrDefault(year, Map.of()).values().stream()
        .filter(each -> !each.name().isEmpty())
        .filter(each ->
            !places.containsKey(each.code()) || !today.get(place(each.code())).equals(each.name()))
        .collect(Collectors.toMap(Commune::code, Commune::name));
  }
}
