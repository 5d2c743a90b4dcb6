package fr.passerelle.vocab.formacode;

import fr.passerelle.vocab.source.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A term as another one names it: {@code Label - 12345}.
 *
 * @param label its label
 * @param code its code, five digits
 */
record Reference(String label, String code) {
  private static final Pattern WRITTEN = Pattern.compile("(.+) - (\\d{5})");

  static Optional<Reference> find(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(new Reference(matcher.group(1).strip(), matcher.group(2)))
        : Optional.empty();
  }

  /** What a cell lists, separated by {@code ###}. */
  static List<String> items(Row row, String column) {
    return Stream.of(row.text(column).split("###", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
