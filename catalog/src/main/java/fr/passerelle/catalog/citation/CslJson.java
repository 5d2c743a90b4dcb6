package fr.passerelle.catalog.citation;

import fr.passerelle.catalog.json.JsonText;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.StudyKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** References as CSL-JSON, the input of CSL processors: one array of items. */
final class CslJson {
  private CslJson() {}

  static String write(List<Reference> references) {
    return references.stream()
        .map(each -> JsonText.write(item(each)))
        .collect(Collectors.joining(",\n", "[", "]\n"));
  }

  private static Map<String, Object> item(Reference reference) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", reference.key());
    item.put("type", type(reference));
    item.put("title", reference.title());
    item.put(
        "author",
        reference.signedBy().stream()
            .map(name -> author(name, reference.authors().isEmpty()))
            .toList());
    item.put("publisher", reference.publisher());
    reference.date().ifPresent(date -> item.put("issued", issued(date)));
    boolean issue = reference.isIssue();
    put(item, issue ? "container-title" : "collection-title", reference.series().title());
    put(item, issue ? "issue" : "number", reference.series().number());
    put(item, "language", reference.languages().isEmpty() ? "" : reference.languages().getFirst());
    reference.pages().ifPresent(pages -> item.put("number-of-pages", String.valueOf(pages)));
    put(item, "abstract", reference.abstractText());
    put(item, "keyword", String.join(", ", reference.keywords()));
    put(item, "status", reference.remark());
    item.put("URL", reference.uri());
    return item;
  }

  private static void put(Map<String, Object> item, String name, String value) {
    if (!value.isEmpty()) {
      item.put(name, value);
    }
  }

  /** {@code Dupont, Jean} is a name and a first name; anything else is left whole. */
  private static Map<String, Object> author(String name, boolean organisation) {
    int comma = name.indexOf(',');
    if (organisation || comma <= 0 || comma != name.lastIndexOf(',')) {
      return Map.of("literal", name);
    }
    Map<String, Object> author = new LinkedHashMap<>();
    author.put("family", name.substring(0, comma).strip());
    author.put("given", name.substring(comma + 1).strip());
    return author;
  }

  private static Map<String, Object> issued(PartialDate date) {
    List<Integer> parts =
        IntStream.of(date.year(), date.month(), date.day())
            .filter(part -> part > 0)
            .boxed()
            .toList();
    Map<String, Object> issued = new LinkedHashMap<>();
    issued.put("date-parts", List.of(parts));
    if (date.approximate()) {
      issued.put("circa", true);
    }
    return issued;
  }

  private static String type(Reference reference) {
    StudyKind kind = reference.kind();
    return switch (kind) {
      case DATASET -> "dataset";
      case DASHBOARD -> "webpage";
      case SLIDE_DECK -> "speech";
      case JOURNAL_ISSUE -> reference.isIssue() ? "article-journal" : "report";
      case REPORT, SURVEY, NOTE, GUIDE, PLAN, PORTRAIT -> "report";
    };
  }
}
