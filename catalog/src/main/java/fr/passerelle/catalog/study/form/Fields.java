package fr.passerelle.catalog.study.form;

import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Period;
import fr.passerelle.vocab.source.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of a form or of a small object in it. What is wrong goes to the findings with its
 * pointer (RFC 6901), and reading goes on, so that a person sees all of it at once.
 */
final class Fields {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

  private final Map<String, Object> values;
  private final String pointer;
  private final Findings findings;

  /**
   * @param pointer where the object is; empty for the form itself
   */
  Fields(Map<String, Object> values, String pointer, Findings findings) {
    this.values = values;
    this.pointer = pointer;
    this.findings = findings;
  }

  String pointer(String name) {
    return pointer + "/" + name;
  }

  void refuse(String name, String rule, String message) {
    findings.refused(pointer(name), rule, message);
  }

  /** Refuses the members that are not among those. */
  void refuseUnknown(List<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        String shown = Words.legal(name.length() > 60 ? name.substring(0, 60) + "…" : name);
        findings.refused(
            pointer + "/" + shown,
            "unknown-field",
            "champ inconnu « " + shown + " » ; connus : " + String.join(", ", known));
      }
    }
  }

  boolean has(String name) {
    return values.get(name) != null && !"".equals(values.get(name));
  }

  /** A text on one line; empty where it is absent. */
  String line(String name, int longest) {
    return line(pointer(name), values.get(name), longest);
  }

  private String line(String at, @Nullable Object value, int longest) {
    String text = Words.oneLine(legal(at, value, longest));
    if (Words.hasMarkup(text)) {
      findings.refused(
          at, "markup", "du balisage (HTML) n'a pas sa place ici ; donner le texte seul");
    }
    return text;
  }

  /** A text of several lines; empty where it is absent. */
  String text(String name, int longest) {
    String text = Words.composed(legal(pointer(name), values.get(name), longest));
    if (Words.hasMarkup(text)) {
      refuse(name, "markup", "du balisage (HTML) n'a pas sa place ici ; donner le texte seul");
    }
    return text;
  }

  private String legal(String at, @Nullable Object value, int longest) {
    String text = plain(at, value);
    if (text.length() > longest) {
      findings.refused(
          at, "length", "%d caractères au plus, %d donnés".formatted(longest, text.length()));
      text = text.substring(0, longest);
    }
    if (Words.hasIllegal(text)) {
      findings.repaired("caractère de contrôle retiré", at);
      text = Words.legal(text);
    }
    return text;
  }

  private String plain(String at, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Long number -> number.toString();
      case Integer number -> number.toString();
      default -> {
        findings.refused(at, "type", "un texte est attendu");
        yield "";
      }
    };
  }

  /** Texts on one line each; a single text is a list of one. */
  List<String> lines(String name, int most, int longest) {
    List<String> lines = new ArrayList<>();
    for (Object each : list(name, most)) {
      String line = line(pointer(name) + "/" + lines.size(), each, longest);
      lines.add(line);
    }
    return lines.stream().filter(line -> !line.isEmpty()).distinct().toList();
  }

  private List<?> list(String name, int most) {
    List<?> list =
        switch (values.get(name)) {
          case null -> List.of();
          case List<?> many -> many;
          case Object one -> one.equals("") ? List.of() : List.of(one);
        };
    if (list.size() > most) {
      refuse(name, "length", "%d éléments au plus, %d donnés".formatted(most, list.size()));
      return list.subList(0, most);
    }
    return list;
  }

  /** The elements of a list of texts that a function understands; the others are refused. */
  <T> List<T> each(
      String name, int most, String rule, String expected, Function<String, Optional<T>> parse) {
    List<T> parsed = new ArrayList<>();
    List<?> list = list(name, most);
    for (int i = 0; i < list.size(); i++) {
      String at = pointer(name) + "/" + i;
      String text = line(at, list.get(i), PublicUrl.LONGEST);
      Optional<T> value = text.isEmpty() ? Optional.empty() : parse.apply(text);
      value.filter(each -> !parsed.contains(each)).ifPresent(parsed::add);
      if (value.isEmpty() && !text.isEmpty()) {
        findings.refused(at, rule, "« " + cut(text) + " » : " + expected);
      }
    }
    return parsed;
  }

  /** A word of a closed list; {@code otherwise} where it is absent or unknown. */
  <T> T word(String name, Function<String, Optional<T>> find, List<String> known, T otherwise) {
    return optional(name, find, known).orElse(otherwise);
  }

  /** A word of a closed list; empty where it is absent or unknown. */
  <T> Optional<T> optional(String name, Function<String, Optional<T>> find, List<String> known) {
    String text = line(name, 200);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> found = find.apply(text);
    if (found.isEmpty()) {
      refuse(
          name,
          "unknown-value",
          "« " + cut(text) + " » ; valeurs connues : " + String.join(", ", known));
    }
    return found;
  }

  Optional<PartialDate> date(String name) {
    String text = line(name, 40);
    Optional<PartialDate> date = PartialDate.parse(text);
    if (date.isEmpty() && !text.isEmpty()) {
      refuse(
          name,
          "date",
          "« "
              + cut(text)
              + " » n'est pas une date ; écrire AAAA, AAAA-MM ou AAAA-MM-JJ (~ ensuite si elle est"
              + " approximative)");
    }
    return date;
  }

  /** A period {@code {start, end}}. */
  Period period(String name) {
    Optional<Fields> object = object(name);
    if (object.isEmpty()) {
      return Period.UNKNOWN;
    }
    object.get().refuseUnknown(List.of("start", "end"));
    Optional<PartialDate> start = object.get().date("start");
    Optional<PartialDate> end = object.get().date("end");
    if (start.isPresent() && end.isPresent() && end.get().last().isBefore(start.get().first())) {
      refuse(
          name,
          "period",
          "la période finit avant de commencer : " + start.get() + " à " + end.get());
      return new Period(start, Optional.empty());
    }
    return new Period(start, end);
  }

  OptionalLong number(String name, long most) {
    String text = line(name, 40);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    long number = NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
    if (number < 0 || number > most) {
      refuse(name, "number", "« " + cut(text) + " » : un entier de 0 à " + most);
      return OptionalLong.empty();
    }
    return OptionalLong.of(number);
  }

  /** An address that anyone may follow; empty where it is absent. */
  String url(String name) {
    String text = line(name, PublicUrl.LONGEST + 1);
    if (text.isEmpty()) {
      return "";
    }
    PublicUrl.refusal(text).ifPresent(why -> refuse(name, "url", why));
    return PublicUrl.parse(text).orElse("");
  }

  /** Members of a small object. */
  Optional<Fields> object(String name) {
    return Optional.ofNullable(values.get(name)).flatMap(value -> object(pointer(name), value));
  }

  /** Members of each small object of a list. */
  List<Fields> objects(String name, int most) {
    List<Fields> objects = new ArrayList<>();
    List<?> list = list(name, most);
    for (int i = 0; i < list.size(); i++) {
      object(pointer(name) + "/" + i, list.get(i)).ifPresent(objects::add);
    }
    return objects;
  }

  private Optional<Fields> object(String at, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      findings.refused(at, "type", "un objet est attendu");
      return Optional.empty();
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((key, each) -> {
      if (each != null) {
        members.put(String.valueOf(key), each);
      }
    });
    return Optional.of(new Fields(members, at, findings));
  }

  private static String cut(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
