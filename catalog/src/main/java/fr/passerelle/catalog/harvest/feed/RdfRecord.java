package fr.passerelle.catalog.harvest.feed;

import fr.passerelle.catalog.study.notice.Notice;
import java.util.Optional;

/** Reads a record that is told in RDF/XML. */
@FunctionalInterface
public interface RdfRecord {
  /**
   * What it says of a study; empty where it is of something else, e.g. a vocabulary.
   *
   * @param rdf the element rdf:RDF
   * @param place where it is, for messages
   * @throws fr.passerelle.vocab.RefusedException if it is no record in DCAT
   */
  Optional<Notice> read(String rdf, String place);
}
