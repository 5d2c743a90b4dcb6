package fr.passerelle.catalog.territory;

import fr.passerelle.catalog.territory.Passage.Kind;
import fr.passerelle.catalog.territory.Passage.Known;
import fr.passerelle.catalog.territory.Passage.Share;
import fr.passerelle.catalog.territory.Passage.Sharing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The communes of a year of the geographic code, and what each is in the reference vintage. Only
 * what differs is kept: nine communes in ten are what they were.
 */
public final class Vintage {
  private final int year;
  private final Map<String, Integer> places;
  private final List<String> codes;

  /** Reference communes that are the same commune in this vintage. */
  private final BitSet same;

  private final Map<String, Known> moved;
  private final Map<String, String> names;
  private final Map<String, Integer> populations;
  private final Set<String> untraced;

  /**
   * @param places place of each reference commune by its code
   * @param codes codes of reference communes by place
   * @param same reference communes that are the same commune in this vintage
   * @param moved what the other communes of the vintage became; without shares, nothing says
   * @param names names of communes that are called otherwise, or are no more
   * @param populations inhabitants of those that moved, then or in the nearest year that is known
   */
  Vintage(
      int year,
      Map<String, Integer> places,
      List<String> codes,
      BitSet same,
      Map<String, Known> moved,
      Map<String, String> names,
      Map<String, Integer> populations) {
    this.year = year;
    this.places = places;
    this.codes = codes;
    this.same = same;
    this.moved = new HashMap<>();
    this.names = Map.copyOf(names);
    this.populations = Map.copyOf(populations);
    this.untraced = new TreeSet<>();
    moved.forEach((code, passage) -> {
      if (passage.shares().isEmpty()) {
        untraced.add(code);
      } else {
        this.moved.put(code, passage);
      }
    });
  }

  /** Year of the geographic code, as of 1 January. */
  public int year() {
    return year;
  }

  /** How many communes it has. */
  public int size() {
    return same.cardinality() + moved.size() + untraced.size();
  }

  /** Whether it has a commune of that code. */
  public boolean has(String code) {
    return moved.containsKey(code) || untraced.contains(code) || isSame(places.get(code));
  }

  private boolean isSame(@Nullable Integer place) {
    return place != null && same.get(place);
  }

  /** What a commune of this vintage became; empty where it has none of that code, or none knows. */
  public Optional<Known> find(String code) {
    @Nullable Known known = moved.get(code);
    if (known != null) {
      return Optional.of(known);
    }
    @Nullable Integer place = places.get(code);
    return place != null && same.get(place)
        ? Optional.of(new Known(Kind.SAME, List.of(new Share(place, 1)), Sharing.NONE))
        : Optional.empty();
  }

  /**
   * The place in the reference vintage of all of a commune, for loops over files; -1 where it was
   * split, or is not known: {@link Geography#passage} then says why.
   */
  public int place(String code) {
    @Nullable Integer place = places.get(code);
    if (place != null && same.get(place)) {
      return place;
    }
    @Nullable Known known = moved.get(code);
    return known != null && known.exact() ? known.main() : -1;
  }

  /** Its name then, where it is known and differs from that of the same code today. */
  Optional<String> findName(String code) {
    return Optional.ofNullable(names.get(code));
  }

  /** Codes of the communes that are not the same today, in order. */
  public List<String> moved() {
    return moved.keySet().stream().sorted().toList();
  }

  /** Codes of the communes that are in a commune of today with others, or in part. */
  List<String> into(int place) {
    return moved.entrySet().stream()
        .filter(each -> each.getValue().shares().stream().anyMatch(it -> it.place() == place))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The same for several, in one pass. */
  Map<Integer, List<String>> into(BitSet wanted) {
    Map<Integer, List<String>> found = new HashMap<>();
    moved.forEach((code, known) -> {
      for (Share share : known.shares()) {
        if (wanted.get(share.place())) {
          found.computeIfAbsent(share.place(), any -> new ArrayList<>()).add(code);
        }
      }
    });
    return found;
  }

  /** Inhabitants of a commune that is not the same today; 0 where none is known. */
  int population(String code) {
    return populations.getOrDefault(code, 0);
  }

  /** Codes of the communes of which no file says what they became. */
  public List<String> untraced() {
    return List.copyOf(untraced);
  }

  /** Codes of all its communes, in order. */
  public List<String> codes() {
    Set<String> all = new TreeSet<>(moved.keySet());
    all.addAll(untraced);
    same.stream().forEach(place -> all.add(codes.get(place)));
    return List.copyOf(all);
  }
}
