package fr.passerelle.catalog.study.form;

import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Dates;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.Period;
import fr.passerelle.catalog.study.Reading;
import fr.passerelle.catalog.study.Relations;
import fr.passerelle.catalog.study.Subjects;
import fr.passerelle.vocab.Licence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what a producer says of a study in its written form; what is not told is left out. */
public final class FormWriter {
  private final Map<String, Object> form = new LinkedHashMap<>();

  private FormWriter() {}

  /** The written form of a content, as {@link FormReader} reads it. */
  public static Map<String, Object> of(Content content) {
    FormWriter writer = new FormWriter();
    writer.put("title", content.title());
    writer.put("abstract", content.abstractText());
    writer.put("producers", content.producers());
    writer.put("authors", content.authors());
    writer.put("kind", content.kind().id());
    writer.put("scale", content.scale().id());
    writer.subjects(content.subjects());
    writer.put(
        "series", object("title", content.series().title(), "number", content.series().number()));
    writer.dates(content.dates());
    writer.reading(content.reading());
    writer.relations(content.relations());
    writer.put("method", content.method());
    writer.put("note", content.note());
    return writer.form;
  }

  private void put(String name, Object value) {
    boolean empty =
        switch (value) {
          case String text -> text.isEmpty();
          case List<?> list -> list.isEmpty();
          case Map<?, ?> map -> map.isEmpty();
          default -> false;
        };
    if (!empty) {
      form.put(name, value);
    }
  }

  private static Map<String, Object> object(String one, String value, String other, String more) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (!value.isEmpty()) {
      object.put(one, value);
    }
    if (!more.isEmpty()) {
      object.put(other, more);
    }
    return object;
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static Map<String, Object> period(Period period) {
    return object("start", text(period.start()), "end", text(period.end()));
  }

  private void subjects(Subjects subjects) {
    put("themes", texts(subjects.themes()));
    put("territories", texts(subjects.territories()));
    put("periodStudied", period(subjects.period()));
    put("sectors", subjects.sectors());
    put("audiences", subjects.audiences());
    put("subjects", texts(subjects.concepts()));
  }

  private void dates(Dates dates) {
    put("issued", text(dates.issued()));
    put("expected", text(dates.expected()));
    put("validity", period(dates.validity()));
  }

  private void reading(Reading reading) {
    put("languages", reading.languages());
    reading.pages().ifPresent(pages -> put("pages", pages));
    put("landingPage", reading.landingPage());
    put("documents", reading.documents().stream().map(FormWriter::document).toList());
    put("licence", text(reading.licence().map(Licence::code)));
    put("accessRights", reading.accessRights().id());
    put("aliases", reading.aliases());
  }

  private static Map<String, Object> document(Document document) {
    Map<String, Object> object = object("url", document.url(), "title", document.title());
    if (!document.mediaType().isEmpty()) {
      object.put("mediaType", document.mediaType());
    }
    document.bytes().ifPresent(bytes -> object.put("bytes", bytes));
    document.licence().ifPresent(licence -> object.put("licence", licence.code()));
    return object;
  }

  private void relations(Relations relations) {
    put("replaces", texts(relations.replaces()));
    put("follows", texts(relations.follows()));
    put("indicators", relations.indicators());
    put("datasets", relations.datasets());
  }
}
