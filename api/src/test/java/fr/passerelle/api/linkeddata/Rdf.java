package fr.passerelle.api.linkeddata;

import java.io.ByteArrayInputStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;

/** Documents read by a parser that others wrote. */
final class Rdf {
  private Rdf() {}

  static Model read(String extension, byte[] bytes) {
    Model model = ModelFactory.createDefaultModel();
    Lang lang = RDFLanguages.fileExtToLang(extension);
    RDFDataMgr.read(model, new ByteArrayInputStream(bytes), lang);
    return model;
  }
}
