package fr.passerelle.catalog.harvest.oai;

import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.NoticeDate;
import fr.passerelle.catalog.study.notice.NoticeKind;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.XmlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** What a record in unqualified Dublin Core says of a study. */
final class DublinCore {
  /** Types of records that are no studies, as catalogues like this one name them. */
  private static final Set<String> VOCABULARIES =
      Set.of(
          "liste de codes",
          "table de correspondance",
          "taxonomie",
          "thésaurus",
          "thesaurus",
          "données statistiques",
          "données synthétiques");

  private final Notice notice;
  private final String place;
  private final String named;
  private boolean isStudy = true;
  private final List<String> dates = new ArrayList<>();

  private DublinCore(String place, String named) {
    this.place = place;
    this.named = named;
    notice = new Notice(place);
  }

  /**
   * The notice of the element at which the stream stands, read to its end; empty where it is of
   * something else than a study.
   *
   * @param named identifier of the record, which is told again
   */
  static Optional<Notice> notice(XmlStream xml, String place, String named)
      throws XMLStreamException {
    DublinCore record = new DublinCore(place, named);
    while (xml.child()) {
      record.add(xml.name(), xml.text());
    }
    record.issued();
    record.notice.text("kind", "report", place);
    return record.isStudy ? Optional.of(record.notice) : Optional.empty();
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
    String type = value.strip().toLowerCase(Locale.ROOT);
    isStudy &= !VOCABULARIES.contains(type);
    NoticeKind.of(type).ifPresent(each -> notice.text("kind", each.id(), at));
  }

  private void identifier(String element, String value, String at) {
    String text = value.strip();
    notice.known(element.equals("identifier") ? text : "");
    if (text.equals(named)) {
      return;
    }
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
