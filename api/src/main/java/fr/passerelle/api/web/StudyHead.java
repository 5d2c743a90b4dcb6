package fr.passerelle.api.web;

import fr.passerelle.catalog.citation.Reference;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What the head of a study's page says to machines: metadata by which scholarly search engines and
 * reference managers know it (Highwire Press tags, Dublin Core), and schema.org as JSON-LD.
 *
 * @param metas names and contents
 * @param jsonLd JSON that no HTML can end
 * @param feeds feeds in which it is told
 */
record StudyHead(List<Meta> metas, String jsonLd, List<FeedLink> feeds) {
  private static final int LONGEST = 300;

  /**
   * A name and what it says.
   *
   * @param name name of a meta element
   * @param content its content
   */
  record Meta(String name, String content) {}

  static List<Meta> metas(Study study, Reference reference, String page, String licence) {
    List<Meta> metas = new ArrayList<>();
    add(metas, "description", cut(reference.abstractText()));
    highwire(metas, study, reference, page);
    dublinCore(metas, study, reference, licence);
    return metas;
  }

  /** As much as a list of results shows. */
  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST).strip() + "…";
  }

  private static void highwire(List<Meta> metas, Study study, Reference reference, String page) {
    add(metas, "citation_title", reference.title());
    reference.signedBy().forEach(name -> add(metas, "citation_author", name));
    study
        .content()
        .dates()
        .issued()
        .ifPresent(date -> add(metas, "citation_publication_date", slashes(date)));
    if (study.content().kind() == StudyKind.JOURNAL_ISSUE) {
      add(metas, "citation_journal_title", reference.series().title());
      add(metas, "citation_issue", reference.series().number());
      add(metas, "citation_publisher", String.join(", ", reference.producers()));
    } else {
      add(metas, "citation_technical_report_institution", String.join(", ", reference.producers()));
      add(metas, "citation_technical_report_number", reference.series().number());
    }
    reference.languages().forEach(tag -> add(metas, "citation_language", tag));
    reference.keywords().forEach(word -> add(metas, "citation_keywords", word));
    add(metas, "citation_abstract_html_url", page);
    study.content().reading().documents().stream()
        .filter(document -> document.mediaType().equals("application/pdf"))
        .map(Document::url)
        .forEach(url -> add(metas, "citation_pdf_url", url));
  }

  private static void dublinCore(
      List<Meta> metas, Study study, Reference reference, String licence) {
    add(metas, "DC.identifier", reference.uri());
    add(metas, "DC.title", reference.title());
    reference.authors().forEach(name -> add(metas, "DC.creator", name));
    reference.producers().forEach(name -> add(metas, "DC.publisher", name));
    study.content().dates().issued().ifPresent(date -> add(metas, "DC.date", date.exact()));
    add(metas, "DC.type", study.content().kind() == StudyKind.DATASET ? "Dataset" : "Text");
    reference.languages().forEach(tag -> add(metas, "DC.language", tag));
    reference.keywords().forEach(word -> add(metas, "DC.subject", word));
    add(metas, "DC.rights", licence);
  }

  private static void add(List<Meta> metas, String name, String content) {
    if (!content.isEmpty()) {
      metas.add(new Meta(name, content));
    }
  }

  /** As the tags have it: {@code 2021/06/30}, or less where less is known. */
  private static String slashes(PartialDate date) {
    return date.exact().replace('-', '/');
  }
}
