package fr.passerelle.catalog.secrecy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A measure family: all tables over one population, as one table cut by everything that any of them
 * is cut by. Protected values exist in its cells only; whatever is coarser is a sum of these.
 *
 * @param name its name, that of the indicator it measures
 * @param kind what is in a cell
 * @param dimensions codes of each dimension, without any for the whole; all of them are known
 *     beforehand, so that nothing is learnt from one being there
 * @param decimals digits after the decimal mark; 0 for counts
 */
public record Family(
    String name, Kind kind, SortedMap<String, List<String>> dimensions, int decimals) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}0-9][\\p{L}0-9_.+/-]{0,63}");

  /** Cells of one period and commune; a wider table is several families. */
  private static final int MOST_CELLS = 100_000;

  private static final int MOST_DECIMALS = 6;

  /** What a cell holds. */
  public enum Kind {
    /** How many units. */
    COUNTS,
    /** What units have, added up: payroll, turnover. */
    MAGNITUDES
  }

  public Family {
    SortedMap<String, List<String>> copy = new TreeMap<>();
    dimensions.forEach((dimension, codes) -> copy.put(dimension, List.copyOf(codes)));
    dimensions = Collections.unmodifiableSortedMap(copy);
    require(NAME.matcher(name).matches(), name);
    require(decimals >= 0 && decimals <= MOST_DECIMALS, "decimals");
    require(kind == Kind.MAGNITUDES || decimals == 0, "counts have no decimals");
    long cells = 1;
    for (Map.Entry<String, List<String>> each : dimensions.entrySet()) {
      List<String> codes = each.getValue();
      require(WORD.matcher(each.getKey()).matches(), each.getKey());
      require(codes.stream().allMatch(code -> WORD.matcher(code).matches()), each.getKey());
      require(!codes.isEmpty() && codes.stream().distinct().count() == codes.size(), each.getKey());
      cells *= codes.size();
      require(cells <= MOST_CELLS, "more than " + MOST_CELLS + " cells");
    }
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new IllegalArgumentException("no measure family: " + what);
    }
  }

  /** How many cells a commune has in a period. */
  public int size() {
    return dimensions.values().stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
  }

  /**
   * Number of the cell of those codes, one of each dimension in their order; -1 where one is none.
   */
  public int cell(List<String> codes) {
    int cell = 0;
    int at = 0;
    for (List<String> known : dimensions.values()) {
      int code = known.indexOf(codes.get(at++));
      if (code < 0) {
        return -1;
      }
      cell = cell * known.size() + code;
    }
    return cell;
  }

  /** Codes of a cell by their dimensions. */
  public SortedMap<String, String> codes(int cell) {
    List<Map.Entry<String, List<String>>> all = new ArrayList<>(dimensions.entrySet());
    SortedMap<String, String> codes = new TreeMap<>();
    int rest = cell;
    for (Map.Entry<String, List<String>> each : all.reversed()) {
      codes.put(each.getKey(), each.getValue().get(rest % each.getValue().size()));
      rest /= each.getValue().size();
    }
    return codes;
  }

  /** The same text for the same cell, whatever the file it came in: {@code niveau=IV,sexe=F}. */
  public String text(int cell) {
    StringBuilder text = new StringBuilder();
    codes(cell)
        .forEach((dimension, code) ->
            text.append(text.isEmpty() ? "" : ",").append(dimension).append('=').append(code));
    return text.toString();
  }

  /**
   * The cells that a margin adds up.
   *
   * @param categories a code of each dimension that it is cut by; none for the whole
   * @return nothing where it is no margin of this family
   */
  public List<Integer> cells(Map<String, String> categories) {
    if (!dimensions.keySet().containsAll(categories.keySet())) {
      return List.of();
    }
    List<Integer> all = new ArrayList<>();
    for (int cell = 0; cell < size(); cell++) {
      if (codes(cell).entrySet().containsAll(categories.entrySet())) {
        all.add(cell);
      }
    }
    return all;
  }

  /** Everything by which its values can be cut, the whole and the cells included. */
  public List<SortedMap<String, String>> margins() {
    List<SortedMap<String, String>> all = new ArrayList<>();
    all.add(new TreeMap<>());
    dimensions.forEach((dimension, codes) -> {
      List<SortedMap<String, String>> before = List.copyOf(all);
      for (String code : codes) {
        for (SortedMap<String, String> each : before) {
          SortedMap<String, String> cut = new TreeMap<>(each);
          cut.put(dimension, code);
          all.add(cut);
        }
      }
    });
    return all;
  }
}
