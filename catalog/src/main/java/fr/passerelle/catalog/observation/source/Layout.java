package fr.passerelle.catalog.observation.source;

import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.Format.Column;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a format by what they hold: looked up once, not for each of ten million rows.
 *
 * @param said names of columns
 */
record Layout(
    Optional<Column.Where> where,
    Optional<Column.When> when,
    Optional<Column.Which> which,
    List<Column.By> by,
    List<Column.Part> parts,
    List<Column.Value> values,
    Map<Format.What, String> said) {

  static Layout of(Format format) {
    Map<Format.What, String> said = new EnumMap<>(Format.What.class);
    all(format, Column.Said.class).forEach(each -> said.putIfAbsent(each.what(), each.name()));
    return new Layout(
        all(format, Column.Where.class).stream().findFirst(),
        all(format, Column.When.class).stream().findFirst(),
        all(format, Column.Which.class).stream().findFirst(),
        all(format, Column.By.class),
        all(format, Column.Part.class),
        all(format, Column.Value.class),
        said);
  }

  private static <T extends Column> List<T> all(Format format, Class<T> kind) {
    return format.columns().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether nothing is said with values. */
  boolean isSilent() {
    return said.keySet().stream().allMatch(Format.What.STATUS::equals);
  }
}
