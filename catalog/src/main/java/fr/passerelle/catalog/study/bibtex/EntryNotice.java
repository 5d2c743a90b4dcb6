package fr.passerelle.catalog.study.bibtex;

import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.NoticeDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/** One BibTeX entry, and the notice that it makes. */
final class EntryNotice {
  /** Types of entry that are a kind of study; others are reports. */
  private static final Map<String, String> KINDS =
      Map.of(
          "article", "journal-issue",
          "periodical", "journal-issue",
          "dataset", "dataset",
          "data", "dataset",
          "manual", "guide",
          "online", "note",
          "electronic", "note");

  /** Letters that the library does not know by their LaTeX names. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "oe",
          "œ",
          "OE",
          "Œ",
          "ae",
          "æ",
          "AE",
          "Æ",
          "og",
          "« ",
          "fg",
          " »",
          "euro",
          "€",
          "textendash",
          "–",
          "textemdash",
          "—",
          "ier",
          "er");

  static {
    LETTERS.forEach((name, letter) -> {
      if (LaTeXPrinter.getSymbol(name) == null) {
        LaTeXPrinter.setSymbol(name, letter);
      }
    });
  }

  private final BibTeXEntry entry;
  private final String place;

  EntryNotice(BibTeXEntry entry, String place) {
    this.entry = entry;
    this.place = place + ":" + entry.getKey().getValue();
  }

  Notice notice() {
    Notice notice = new Notice(place);
    notice.text("identifier", entry.getKey().getValue(), place);
    String type = entry.getType().getValue().toLowerCase(Locale.ROOT);
    notice.text("kind", KINDS.getOrDefault(type, "report"), place);
    notice.text("title", text("title"), at("title"));
    notice.subtitle(text("subtitle"));
    for (String field : List.of("author", "editor")) {
      authors(field).forEach(each -> notice.element("authors", each, at(field)));
    }
    for (String field : List.of("institution", "organization", "publisher", "school")) {
      notice.publisher(text(field), at(field));
    }
    notice.text("abstract", text("abstract"), at("abstract"));
    issued(notice);
    notice.series(
        first("series", "journal", "journaltitle", "booktitle"),
        first("number", "volume"),
        at("series"));
    notice.pages(first("pagetotal", "pages"), at("pages"));
    keywords().forEach(notice::keyword);
    text("language").lines().forEach(each -> notice.language(each, at("language")));
    notice.doi(text("doi"), at("doi"));
    notice.url(raw("url"), at("url"));
    notice.remark(text("note"));
    notice.remark(text("annote"));
    return notice;
  }

  private String at(String field) {
    return place + ":" + field;
  }

  private void issued(Notice notice) {
    String date = text("date");
    if (!date.isEmpty()) {
      notice.date("issued", date, at("date"));
      return;
    }
    String year = text("year");
    int month = NoticeDate.month(text("month"));
    notice.date("issued", month > 0 && !year.isEmpty() ? year + "-" + month : year, at("year"));
  }

  private List<String> authors(String field) {
    return Arrays.stream(text(field).split("\\s+and\\s+", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty() && !each.equals("others"))
        .toList();
  }

  private List<String> keywords() {
    return Arrays.stream(text("keywords").split("[,;]", -1)).map(String::strip).toList();
  }

  private String first(String... fields) {
    return Arrays.stream(fields)
        .map(this::text)
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** As it is written: an address is no LaTeX. */
  private String raw(String field) {
    Value value =
        entry.getFields().entrySet().stream()
            .filter(each -> each.getKey().getValue().equalsIgnoreCase(field))
            .map(Map.Entry<Key, Value>::getValue)
            .findFirst()
            .orElse(null);
    return value == null ? "" : value.toUserString().strip();
  }

  /** LaTeX accents and symbols as letters, braces left out. */
  private String text(String field) {
    String raw = raw(field);
    if (raw.indexOf('\\') < 0
        && raw.indexOf('{') < 0
        && raw.indexOf('$') < 0
        && raw.indexOf('~') < 0) {
      return raw.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
    try {
      return new LaTeXPrinter().print(new LaTeXParser().parse(raw)).strip();
    } catch (ParseException | TokenMgrException e) {
      return raw.replaceAll("[{}]", "");
    }
  }
}
