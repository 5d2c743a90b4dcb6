package fr.passerelle.api.web;

import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.catalog.citation.Reference;
import fr.passerelle.catalog.json.JsonText;
import fr.passerelle.catalog.study.AccessRights;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.Period;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.vocab.Licence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A study as schema.org tells it, in JSON-LD. Licence and date of the record are said as such
 * ({@code sdLicense}, {@code sdDatePublished}): the study itself has the licence of its documents.
 */
final class StudySchema {
  private StudySchema() {}

  /** A term of schema.org for what a study is. */
  static String type(Study study) {
    return study.content().kind() == StudyKind.DATASET ? "Dataset" : "Report";
  }

  /** JSON-LD, every sign that HTML or JavaScript could take for its own written as an escape. */
  static String json(
      Study study, Reference reference, StudyLabels labels, String page, Licence licence) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("@context", "https://schema.org");
    item.put("@type", type(study));
    item.put("@id", reference.uri());
    item.put("identifier", reference.uri());
    item.put("url", page);
    item.put("name", reference.title());
    put(item, "description", reference.abstractText());
    put(item, "author", reference.authors().stream().map(name -> named("Person", name)).toList());
    put(
        item,
        "publisher",
        reference.producers().stream().map(name -> named("Organization", name)).toList());
    study.content().dates().issued().ifPresent(date -> item.put("datePublished", date.exact()));
    put(item, "inLanguage", reference.languages());
    put(item, "keywords", reference.keywords());
    put(
        item,
        "spatialCoverage",
        study.territories().stream()
            .map(each -> named("Place", labels.catalogue().territories().name(each)))
            .toList());
    put(item, "temporalCoverage", period(study.content().subjects().period()));
    reading(item, study);
    series(item, study, reference);
    item.put("creativeWorkStatus", study.status().id());
    item.put("sdLicense", licence.uri());
    item.put("sdDatePublished", study.modified().toString());
    return safe(JsonText.write(item));
  }

  private static void reading(Map<String, Object> item, Study study) {
    boolean dataset = type(study).equals("Dataset");
    List<Document> documents = study.content().reading().documents();
    put(
        item,
        dataset ? "distribution" : "encoding",
        documents.stream().map(each -> file(each, dataset)).toList());
    documents.stream()
        .flatMap(each -> each.licence().stream())
        .findFirst()
        .ifPresent(licence -> item.put("license", licence.uri()));
    put(item, "sameAs", study.content().reading().landingPage());
    item.put(
        "isAccessibleForFree", study.content().reading().accessRights() == AccessRights.PUBLIC);
  }

  private static void series(Map<String, Object> item, Study study, Reference reference) {
    if (!reference.series().title().isEmpty()) {
      item.put("isPartOf", named("CreativeWorkSeries", reference.series().title()));
    }
    if (type(study).equals("Report")) {
      put(item, "reportNumber", reference.series().number());
    }
  }

  private static Map<String, Object> named(String type, String name) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("@type", type);
    named.put("name", name);
    return named;
  }

  private static Map<String, Object> file(Document document, boolean dataset) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("@type", dataset ? "DataDownload" : "MediaObject");
    file.put("contentUrl", document.url());
    put(file, "encodingFormat", document.mediaType());
    put(file, "name", document.title());
    document.bytes().ifPresent(bytes -> file.put("contentSize", bytes + " B"));
    return file;
  }

  private static String period(Period period) {
    if (period.isEmpty()) {
      return "";
    }
    return period.start().map(each -> each.exact()).orElse("..")
        + "/"
        + period.end().map(each -> each.exact()).orElse("..");
  }

  private static void put(Map<String, Object> item, String name, Object value) {
    boolean empty = value instanceof List<?> list ? list.isEmpty() : value.toString().isEmpty();
    if (!empty) {
      item.put(name, value);
    }
  }

  private static String safe(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
