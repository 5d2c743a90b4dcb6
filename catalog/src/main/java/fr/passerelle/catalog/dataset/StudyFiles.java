package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The documents of studies as distributions: they stay with their producer. */
final class StudyFiles {
  private StudyFiles() {}

  /** Those of a study; where it has none, its page is what there is. */
  static List<Distribution> of(String iri, Content content) {
    Reading reading = content.reading();
    List<Distribution> all = new ArrayList<>();
    for (Document document : reading.documents()) {
      all.add(document(iri + "#document-" + (all.size() + 1), content.title(), document));
    }
    if (all.isEmpty() && !reading.landingPage().isEmpty()) {
      all.add(page(iri + "#page", content.title(), reading.landingPage()));
    }
    return all;
  }

  private static Distribution page(String iri, String title, String address) {
    return new Distribution(
        iri,
        title,
        "Page de l'étude « %s », chez son producteur.".formatted(title),
        address,
        "",
        Optional.of(FileFormat.HTML),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Distribution document(String iri, String title, Document document) {
    Optional<FileFormat> format = format(document);
    return new Distribution(
        iri,
        document.title().isEmpty() ? title : document.title(),
        "Document de l'étude « %s », chez son producteur.".formatted(title),
        document.url(),
        format.filter(each -> each != FileFormat.HTML).isPresent() ? document.url() : "",
        format,
        document.licence(),
        Optional.empty(),
        document.bytes().isPresent()
            ? Optional.of(new Distribution.Size(document.bytes().getAsLong(), ""))
            : Optional.empty());
  }

  private static Optional<FileFormat> format(Document document) {
    String url = document.url().toLowerCase(Locale.ROOT);
    return FileFormat.ofMediaType(document.mediaType())
        .or(() -> FileFormat.ofExtension(url.substring(url.lastIndexOf('.') + 1)));
  }
}
