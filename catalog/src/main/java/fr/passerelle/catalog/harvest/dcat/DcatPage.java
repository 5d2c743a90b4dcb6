package fr.passerelle.catalog.harvest.dcat;

import fr.passerelle.catalog.harvest.web.Answer;
import fr.passerelle.catalog.harvest.web.PageText;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.skos.RdfText;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * A page of a catalogue in DCAT.
 *
 * @param model what of it can be read
 * @param unread names of records of it that cannot be read
 * @param nodes names of whatever in it cannot be read
 * @param unnamed how many records cannot be read and bear no name
 */
record DcatPage(Model model, Set<String> unread, Set<String> nodes, int unnamed) {
  static final String RDF_XML = "application/rdf+xml";

  DcatPage {
    unread = Set.copyOf(unread);
    nodes = Set.copyOf(nodes);
  }

  /**
   * The page of an answer. In RDF/XML, a record that is no XML is refused and the others are read.
   *
   * @throws RefusedException if it is no RDF
   */
  static DcatPage of(String source, Answer answer, Findings findings) {
    boolean isXml = answer.type().equals(RDF_XML);
    String text = text(source, answer, isXml, findings);
    String base = answer.uri().toString();
    try {
      return new DcatPage(model(source, answer.type(), text, base), Set.of(), Set.of(), 0);
    } catch (RefusedException broken) {
      if (!isXml) {
        throw broken;
      }
      return BrokenRdf.read(source, text, base, broken).page(findings);
    }
  }

  /**
   * A page that can be read in no syntax: what it said before its first fault is known, as it says
   * which page follows and names records; none of these is taken, as more may have been said of it.
   */
  static DcatPage lost(Model beginning) {
    Set<String> named = new HashSet<>();
    beginning
        .listObjectsOfProperty(DCAT.dataset)
        .andThen(beginning.listSubjectsWithProperty(RDF.type, DCAT.Dataset))
        .filterKeep(RDFNode::isURIResource)
        .forEach(each -> named.add(each.asResource().getURI()));
    return new DcatPage(
        ModelFactory.createDefaultModel().add(paging(beginning)), named, named, /* unnamed= */ 1);
  }

  private static List<Statement> paging(Model page) {
    return page.listStatements().toList().stream()
        .filter(each -> each.getPredicate().getNameSpace().equals(Hydra.NS))
        .toList();
  }

  static Model model(String source, String type, String text, String base) {
    try {
      return ModelFactory.createModelForGraph(
          RdfText.parse(source, type, text, base, new Findings()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String source, Answer answer, boolean isXml, Findings findings) {
    StringWriter all = new StringWriter();
    try (Reader text =
        isXml
            ? PageText.open(source, answer.body(), findings)
            : SourceText.open(source, answer.body(), findings)) {
      text.transferTo(all);
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a record needs something that cannot be read. */
  boolean isBroken(Resource dataset) {
    if (nodes.isEmpty()) {
      return false;
    }
    Set<String> needed = new HashSet<>();
    dataset
        .listProperties()
        .mapWith(each -> each.getObject())
        .filterKeep(RDFNode::isURIResource)
        .forEach(each -> needed.add(each.asResource().getURI()));
    needed.add(String.valueOf(dataset.getURI()));
    return needed.stream().anyMatch(nodes::contains);
  }
}
