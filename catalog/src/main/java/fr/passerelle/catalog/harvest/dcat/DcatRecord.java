package fr.passerelle.catalog.harvest.dcat;

import fr.passerelle.catalog.harvest.feed.RdfRecord;
import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.vocab.RefusedException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/** One record in DCAT, as repositories like this one give it by OAI-PMH. */
public final class DcatRecord implements RdfRecord {
  /** Where relative names would lead; nothing is there (RFC 2606). */
  private static final String BASE = "https://base.invalid/";

  private final String source;

  /**
   * @param source code of the source
   */
  public DcatRecord(String source) {
    this.source = source;
  }

  @Override
  public Optional<Notice> read(String rdf, String place) {
    Model model = DcatPage.model(source, DcatPage.RDF_XML, rdf, BASE);
    List<Resource> datasets = model.listSubjectsWithProperty(RDF.type, DCAT.Dataset).toList();
    if (datasets.size() != 1) {
      throw RefusedException.of(
          place,
          "dcat",
          "%d dcat:Dataset dans la notice, un seul est attendu".formatted(datasets.size()));
    }
    DatasetNotice notice = new DatasetNotice(datasets.getFirst(), source);
    return notice.isVocabulary() ? Optional.empty() : Optional.of(notice.notice());
  }
}
