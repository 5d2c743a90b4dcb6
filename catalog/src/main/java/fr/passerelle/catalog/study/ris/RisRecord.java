package fr.passerelle.catalog.study.ris;

import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.NoticeDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One RIS record: its fields in order, then the notice that they make. */
final class RisRecord {
  private static final int MOST_FIELDS = 2_000;

  /** Types of reference that are a kind of study; others are reports. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("JOUR", "journal-issue"),
          Map.entry("JFULL", "journal-issue"),
          Map.entry("EJOUR", "journal-issue"),
          Map.entry("MGZN", "journal-issue"),
          Map.entry("NEWS", "journal-issue"),
          Map.entry("SER", "journal-issue"),
          Map.entry("DATA", "dataset"),
          Map.entry("AGGR", "dataset"),
          Map.entry("SLIDE", "slide-deck"),
          Map.entry("BLOG", "note"),
          Map.entry("ELEC", "note"));

  private final String place;
  private final String type;
  private final List<Field> fields = new ArrayList<>();

  private record Field(String tag, String value, String place) {}

  RisRecord(String place, String type) {
    this.place = place;
    this.type = type;
  }

  String place() {
    return place;
  }

  void field(String tag, String value, String at) {
    if (fields.size() < MOST_FIELDS) {
      fields.add(new Field(tag, value, at));
    }
  }

  void goOn(String text) {
    if (!fields.isEmpty()) {
      Field last = fields.removeLast();
      fields.add(new Field(last.tag(), last.value() + "\n" + text, last.place()));
    }
  }

  Notice notice() {
    Notice notice = new Notice(place);
    notice.text("kind", KINDS.getOrDefault(type, "report"), place);
    fields.forEach(each -> add(notice, each));
    notice.series(first("T3", "T2", "JO", "JF", "BT"), first("IS", "M1", "VL"), place);
    if (!notice.has("pages") && first("EP").isEmpty()) {
      notice.pages(first("SP"), place);
    }
    return notice;
  }

  private void add(Notice notice, Field field) {
    String value = field.value();
    String at = field.place();
    switch (field.tag()) {
      case "TI", "T1", "CT" -> notice.text("title", value, at);
      case "AU", "A1", "A2", "A3", "A4", "ED" -> notice.element("authors", value, at);
      case "PB" -> notice.publisher(value, at);
      case "DA", "PY", "Y1" -> issued(notice, field);
      case "AB", "N2" -> notice.text("abstract", value, at);
      case "N1", "RN" -> notice.remark(value);
      case "KW" -> value.lines().forEach(notice::keyword);
      case "LA" -> notice.language(value, at);
      case "UR", "L1", "L2", "LK" -> value.lines().forEach(url -> notice.url(url, at));
      case "DO" -> notice.doi(value, at);
      case "ID", "AN" -> notice.text("identifier", value, at);
      default -> {
        // Of the others a study has no member: places in a library, data of the reader.
      }
    }
  }

  /** Of several dates the most precise. */
  private void issued(Notice notice, Field field) {
    boolean better =
        fields.stream()
            .filter(each -> List.of("DA", "PY", "Y1").contains(each.tag()))
            .noneMatch(each -> date(each).length() > date(field).length());
    if (better) {
      notice.date("issued", field.value(), field.place());
    }
  }

  private static String date(Field field) {
    return NoticeDate.of(field.value());
  }

  private String first(String... tags) {
    for (String tag : tags) {
      for (Field each : fields) {
        if (each.tag().equals(tag) && !each.value().isEmpty()) {
          return each.value();
        }
      }
    }
    return "";
  }
}
