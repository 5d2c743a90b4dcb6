package fr.passerelle.catalog.secrecy.sealing;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Orders as they are written: YAML, in which all is text. */
public final class TableOrderFile {
  private TableOrderFile() {}

  /** As it is sealed. */
  public static String write(TableOrder order) {
    Family family = order.head().family();
    Protection protection = order.head().protection();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("family", family.name());
    all.put("kind", family.kind().name());
    all.put("decimals", Integer.toString(family.decimals()));
    all.put("threshold", Integer.toString(protection.threshold()));
    all.put("largestShare", Double.toString(protection.largestShare()));
    all.put("legalBasis", protection.legalBasis());
    all.put("vintage", Integer.toString(order.head().vintage()));
    all.put("status", order.head().status().name());
    all.put("dimensions", new LinkedHashMap<>(family.dimensions()));
    all.put("scope", order.scope());
    all.put("absent", order.absent().name());
    all.put("period", order.period().map(Period::toString).orElse(""));
    all.put("zonings", order.zonings());
    all.put("layout", layout(order.layout()));
    return Yamls.write(all);
  }

  private static Map<String, Object> layout(TableOrder.Layout layout) {
    TableOrder.Columns columns = layout.columns();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("charset", layout.charset().name());
    all.put("separator", String.valueOf(layout.separator()));
    all.put("decimalMark", String.valueOf(layout.decimalMark()));
    all.put("missing", layout.missing().stream().sorted().toList());
    all.put("territory", columns.territory());
    all.put("period", columns.period());
    all.put("value", columns.value());
    all.put("units", columns.units());
    all.put("largest", columns.largest());
    all.put("contributor", columns.contributor());
    all.put("dimensions", new LinkedHashMap<>(columns.dimensions()));
    all.put("totals", new LinkedHashMap<>(columns.totals()));
    return all;
  }

  /**
   * Reads an order.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static TableOrder read(String text) {
    return order(Yamls.read(text));
  }

  private static TableOrder order(Map<String, Object> all) {
    SortedMap<String, List<String>> dimensions = new TreeMap<>();
    Map<String, Object> told = Yamls.map(all, "dimensions");
    told.keySet().forEach(name -> dimensions.put(name, Yamls.texts(told, name)));
    Family family =
        new Family(
            Yamls.text(all, "family"),
            Family.Kind.valueOf(Yamls.text(all, "kind")),
            dimensions,
            Integer.parseInt(Yamls.text(all, "decimals")));
    Protection protection =
        Protection.ours(
            Integer.parseInt(Yamls.text(all, "threshold")),
            Double.parseDouble(Yamls.text(all, "largestShare")),
            Yamls.text(all, "legalBasis"));
    return new TableOrder(
        new ProtectedTable.Head(
            family,
            protection,
            Integer.parseInt(Yamls.text(all, "vintage")),
            ObservationStatus.valueOf(Yamls.text(all, "status"))),
        Yamls.texts(all, "scope"),
        TableOrder.Absent.valueOf(Yamls.text(all, "absent")),
        period(Yamls.text(all, "period")),
        Yamls.texts(all, "zonings"),
        layout(Yamls.map(all, "layout")));
  }

  private static Optional<Period> period(String text) {
    Optional<Period> period = text.isEmpty() ? Optional.empty() : Period.parse(text);
    if (period.isEmpty() && !text.isEmpty()) {
      throw new IllegalArgumentException("period");
    }
    return period;
  }

  private static TableOrder.Layout layout(Map<String, Object> all) {
    return new TableOrder.Layout(
        Charset.forName(Yamls.text(all, "charset")),
        character(all, "separator"),
        character(all, "decimalMark"),
        Set.copyOf(Yamls.texts(all, "missing")),
        new TableOrder.Columns(
            Yamls.text(all, "territory"),
            Yamls.text(all, "period"),
            Yamls.text(all, "value"),
            Yamls.text(all, "units"),
            Yamls.text(all, "largest"),
            Yamls.text(all, "contributor"),
            words(Yamls.map(all, "dimensions")),
            words(Yamls.map(all, "totals"))));
  }

  private static char character(Map<String, Object> all, String key) {
    String text = Yamls.text(all, key);
    if (text.length() != 1) {
      throw new IllegalArgumentException(key);
    }
    return text.charAt(0);
  }

  private static SortedMap<String, String> words(Map<String, Object> all) {
    SortedMap<String, String> words = new TreeMap<>();
    all.keySet().forEach(key -> words.put(key, Yamls.text(all, key)));
    return words;
  }
}
