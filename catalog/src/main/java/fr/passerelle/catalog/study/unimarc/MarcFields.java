package fr.passerelle.catalog.study.unimarc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The fields of one UNIMARC notice, from whichever of its formats. */
final class MarcFields {
  private static final int MOST_FIELDS = 2_000;

  private final List<Field> fields = new ArrayList<>();

  /** A subfield. */
  record Sub(char code, String text) {}

  /**
   * A field.
   *
   * @param tag three digits
   * @param text text of a control field; empty for others
   * @param subs subfields; none for a control field
   */
  record Field(String tag, String text, List<Sub> subs) {
    Field {
      subs = List.copyOf(subs);
    }

    /** The first subfield of that code; empty if there is none. */
    String sub(char code) {
      return subs.stream()
          .filter(each -> each.code() == code)
          .map(each -> each.text().strip())
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse("");
    }

    List<String> subs(char code) {
      return subs.stream()
          .filter(each -> each.code() == code)
          .map(each -> each.text().strip())
          .filter(text -> !text.isEmpty())
          .toList();
    }
  }

  void add(Field field) {
    if (fields.size() < MOST_FIELDS) {
      fields.add(field);
    }
  }

  Stream<Field> all(String... tags) {
    List<String> wanted = List.of(tags);
    return fields.stream().filter(each -> wanted.contains(each.tag()));
  }

  /** Text of a control field; empty if it is absent. */
  String control(String tag) {
    return all(tag).map(each -> each.text().strip()).findFirst().orElse("");
  }
}
