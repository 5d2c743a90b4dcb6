package fr.passerelle.catalog.harvest.oai;

import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.NoticeDate;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.XmlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** What a record in unqualified Dublin Core says of a study. */
final class DublinCore {
  /** Words of a type by which a kind of study is known, the more telling first. */
  private static final List<Map.Entry<String, String>> KINDS =
      List.of(
          Map.entry("dataset", "dataset"),
          Map.entry("jeu de données", "dataset"),
          Map.entry("tableau de bord", "dashboard"),
          Map.entry("enquête", "survey"),
          Map.entry("survey", "survey"),
          Map.entry("article", "journal-issue"),
          Map.entry("périodique", "journal-issue"),
          Map.entry("journal", "journal-issue"),
          Map.entry("guide", "guide"),
          Map.entry("lecture", "slide-deck"),
          Map.entry("presentation", "slide-deck"));

  private final Notice notice;
  private final String place;
  private final List<String> dates = new ArrayList<>();

  private DublinCore(String place) {
    this.place = place;
    notice = new Notice(place);
  }

  /** The notice of the element at which the stream stands, read to its end. */
  static Notice notice(XmlStream xml, String place) throws XMLStreamException {
    DublinCore record = new DublinCore(place);
    while (xml.child()) {
      record.add(xml.name(), xml.text());
    }
    record.issued();
    record.notice.text("kind", "report", place);
    return record.notice;
  }

  private void add(String element, String value) {
    String at = place + ":dc:" + element;
    switch (element) {
      case "title" -> title(value, at);
      case "creator", "contributor" -> notice.element("authors", value, at);
      case "subject", "coverage" -> notice.keyword(value);
      case "description" -> description(value, at);
      case "publisher" -> notice.publisher(value, at);
      case "date" -> dates.add(value);
      case "type" -> kind(value, at);
      case "identifier", "relation" -> identifier(element, value, at);
      case "language" -> notice.language(value, at);
      case "rights" -> rights(value, at);
      case "source" -> notice.remark(value.isBlank() ? "" : "Source : " + value.strip());
      default -> {
        // format says how a copy is kept, which a study does not tell.
      }
    }
  }

  private void title(String value, String at) {
    if (notice.has("title")) {
      notice.subtitle(value);
    } else {
      notice.text("title", value, at);
    }
  }

  /** PMB tells the number of pages as a description. */
  private void description(String value, String at) {
    if (value.strip().matches("\\d{1,5} ?(p\\.?|pages?)")) {
      notice.pages(value, at);
    } else {
      notice.paragraph("abstract", value, at);
    }
  }

  private void kind(String value, String at) {
    String type = value.toLowerCase(Locale.ROOT);
    KINDS.stream()
        .filter(each -> type.contains(each.getKey()))
        .findFirst()
        .ifPresent(each -> notice.text("kind", each.getValue(), at));
  }

  private void identifier(String element, String value, String at) {
    String text = value.strip();
    if (Notice.isDoi(text)) {
      notice.doi(text, at);
    } else if (text.matches("(?i)https?://.*")) {
      if (element.equals("identifier")) {
        notice.url(text, at);
      }
    } else if (element.equals("relation") && !text.isEmpty()) {
      notice.remark("Voir aussi : " + text);
    }
  }

  private void rights(String value, String at) {
    Licence.find(value)
        .ifPresentOrElse(
            licence -> notice.text("licence", licence.code(), at),
            () -> notice.remark(value.isBlank() ? "" : "Droits : " + value.strip()));
  }

  /** Of several dates the most precise; it is that of publication as far as Dublin Core tells. */
  private void issued() {
    dates.stream()
        .filter(NoticeDate::isDate)
        .map(NoticeDate::of)
        .reduce((one, other) -> other.length() > one.length() ? other : one)
        .or(() -> dates.stream().findFirst())
        .ifPresent(date -> notice.date("issued", date, place + ":dc:date"));
  }
}
