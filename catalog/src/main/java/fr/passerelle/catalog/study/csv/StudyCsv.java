package fr.passerelle.catalog.study.csv;

import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads studies from a CSV file with a header: a study a row, several values of a cell apart by
 * {@code |}; separated by semicolons, commas or tabs. {@code date} is the date of publication, or
 * the expected one of a study to come.
 */
public final class StudyCsv {
  private static final List<String> REQUIRED = List.of("title");
  private static final String DATE = "date";
  private static final String SERIES = "series";

  /** Columns whose cell is one text, each with the member that it is. */
  private static final Map<String, String> TEXTS = new LinkedHashMap<>();

  /** Columns whose cell is a list, each with the member that it is part of. */
  private static final Map<String, String> LISTS = new LinkedHashMap<>();

  /** Columns of codes of one vocabulary, each with that vocabulary. */
  private static final Map<String, String> CODES =
      Map.of("rome", "rome-4", "formacode", "formacode-14", "rncp", "rncp");

  /** Columns of the ends of periods, each with the member and the end. */
  private static final Map<String, List<String>> ENDS =
      Map.of(
          "periodStart", List.of("periodStudied", "start"),
          "periodEnd", List.of("periodStudied", "end"),
          "validFrom", List.of("validity", "start"),
          "validUntil", List.of("validity", "end"));

  static {
    for (String name :
        List.of(
            "identifier",
            "title",
            "abstract",
            "kind",
            "scale",
            "status",
            "visibility",
            "issued",
            "expected",
            "pages",
            "landingPage",
            "licence",
            "accessRights",
            "method",
            "note")) {
      TEXTS.put(name, name);
    }
    for (String name :
        List.of(
            "producers",
            "authors",
            "themes",
            "territories",
            "sectors",
            "audiences",
            "subjects",
            "languages",
            "aliases",
            "replaces",
            "follows",
            "indicators",
            "datasets")) {
      LISTS.put(name, name);
    }
    LISTS.put("producer", "producers");
    LISTS.put("theme", "themes");
    LISTS.put("territory", "territories");
  }

  private static final String DOCUMENTS = "documents";

  private final String file;
  private final Findings findings;
  private final Consumer<Submission> each;

  private StudyCsv(String file, Findings findings, Consumer<Submission> each) {
    this.file = file;
    this.findings = findings;
    this.each = each;
  }

  /** All columns that a file may have. */
  public static List<String> columns() {
    return Stream.of(
            TEXTS.keySet().stream(),
            LISTS.keySet().stream(),
            CODES.keySet().stream().sorted(),
            ENDS.keySet().stream().sorted(),
            Stream.of(DATE, SERIES, DOCUMENTS))
        .flatMap(names -> names)
        .toList();
  }

  /**
   * The rows of a file as forms.
   *
   * @param file its name, for messages
   */
  public static List<Submission> read(String file, Reader text, Findings findings)
      throws IOException {
    List<Submission> submissions = new ArrayList<>();
    read(file, text, findings, submissions::add);
    return submissions;
  }

  /** The same, each row passed on as it is read. */
  public static void read(String file, Reader text, Findings findings, Consumer<Submission> each)
      throws IOException {
    StudyCsv csv = new StudyCsv(file, findings, each);
    BufferedReader buffered = new BufferedReader(text);
    Table.of(file, separator(buffered), REQUIRED, findings)
        .optional(columns().stream().filter(name -> !REQUIRED.contains(name)).toList())
        .named(csv::known)
        .read(buffered, csv::add);
  }

  private static char separator(BufferedReader text) throws IOException {
    text.mark(1 << 14);
    char[] start = new char[1 << 13];
    int read = Math.max(text.read(start), 0);
    text.reset();
    String header = new String(start, 0, read).lines().findFirst().orElse("");
    return Stream.of(';', '\t', ',')
        .filter(each -> header.indexOf(each) >= 0)
        .findFirst()
        .orElse(';');
  }

  /** A column that means nothing would be lost without a word. */
  private String known(String column) {
    String name = column.strip();
    if (!name.isEmpty() && !columns().contains(name)) {
      findings.refused(
          file + ":1:1",
          "unknown-field",
          "colonne inconnue « " + name + " » ; connues : " + String.join(", ", columns()));
    }
    return name;
  }

  private void add(Row row) {
    Map<String, Object> form = new LinkedHashMap<>();
    Map<String, String> places = new LinkedHashMap<>();
    TEXTS.forEach((column, member) -> {
      if (!row.isEmpty(column)) {
        form.put(member, row.get(column));
        places.put(member, row.place(column));
      }
    });
    LISTS.forEach((column, member) -> append(form, places, member, row, column, ""));
    CODES.forEach((column, vocab) -> append(form, places, "subjects", row, column, vocab + "/"));
    ENDS.forEach((column, target) -> {
      if (!row.isEmpty(column)) {
        object(form, target.getFirst()).put(target.getLast(), row.get(column));
        places.put(target.getFirst(), row.place(column));
      }
    });
    date(form, places, row);
    series(form, places, row);
    documents(form, places, row);
    String line = row.place("title");
    each.accept(new Submission(form, pointer -> place(places, pointer, line)));
  }

  private static String place(Map<String, String> places, String pointer, String line) {
    String[] parts = pointer.split("/", 3);
    return parts.length > 1 ? places.getOrDefault(parts[1], line) : line;
  }

  private static List<String> values(Row row, String column) {
    return Arrays.stream(row.get(column).split("\\|", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static void append(
      Map<String, Object> form,
      Map<String, String> places,
      String member,
      Row row,
      String column,
      String prefix) {
    if (row.isEmpty(column)) {
      return;
    }
    List<Object> all = new ArrayList<>();
    if (form.get(member) instanceof List<?> before) {
      all.addAll(before);
    }
    values(row, column).forEach(value -> all.add(prefix + value));
    form.put(member, all);
    places.putIfAbsent(member, row.place(column));
  }

  @SuppressWarnings("unchecked") // made here only, of texts
  private static Map<String, Object> object(Map<String, Object> form, String member) {
    return (Map<String, Object>) form.computeIfAbsent(member, key -> new LinkedHashMap<>());
  }

  private static void date(Map<String, Object> form, Map<String, String> places, Row row) {
    if (row.isEmpty(DATE)) {
      return;
    }
    boolean coming = StudyStatus.find(row.get("status")).filter(StudyStatus::isComing).isPresent();
    String member = coming ? "expected" : "issued";
    form.putIfAbsent(member, row.get(DATE));
    places.putIfAbsent(member, row.place(DATE));
  }

  private static void series(Map<String, Object> form, Map<String, String> places, Row row) {
    if (!row.isEmpty(SERIES)) {
      Series series = Series.parse(row.get(SERIES));
      form.put(SERIES, Map.of("title", series.title(), "number", series.number()));
      places.put(SERIES, row.place(SERIES));
    }
  }

  private static void documents(Map<String, Object> form, Map<String, String> places, Row row) {
    List<Map<String, String>> documents =
        values(row, DOCUMENTS).stream().map(url -> Map.of("url", url)).toList();
    if (!documents.isEmpty()) {
      form.put(DOCUMENTS, documents);
      places.put(DOCUMENTS, row.place(DOCUMENTS));
    }
  }
}
