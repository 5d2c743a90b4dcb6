package fr.passerelle.catalog.harvest.dcat;

import fr.passerelle.catalog.harvest.web.Answer;
import fr.passerelle.catalog.harvest.web.SourceClient;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.skos.RdfText;
import fr.passerelle.vocab.source.Findings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;

/**
 * Reads a page of a catalogue in whichever of its syntaxes can be read: what one writer spoils,
 * another may not. A page that none can read costs its own records, where it or its header Link
 * says which page follows.
 */
final class PageReading {
  /** Those that can be read, the most wanted first. */
  private static final List<String> TYPES =
      List.of("text/turtle", "application/ld+json", DcatPage.RDF_XML, "application/n-triples");

  private static final String ACCEPT =
      "text/turtle, application/ld+json;q=0.9, application/rdf+xml;q=0.8,"
          + " application/n-triples;q=0.7";

  private final String source;
  private final SourceClient client;
  private final Findings findings;

  PageReading(String source, SourceClient client, Findings findings) {
    this.source = source;
    this.client = client;
    this.findings = findings;
  }

  /**
   * A page that was asked for.
   *
   * @param next the page that follows, where only the header says it
   */
  record Read(Answer answer, DcatPage page, Optional<String> next) {}

  /**
   * The page at an address.
   *
   * @throws RefusedException if it cannot be read, and nothing tells which page follows
   */
  Read read(String url) {
    Answer answer = client.get(url, ACCEPT);
    try {
      return new Read(answer, DcatPage.of(source, answer, findings), Optional.empty());
    } catch (RefusedException broken) {
      Fault fault = broken.faults().getFirst();
      return inAnother(url, answer, fault)
          .or(() -> without(answer, fault))
          .orElseThrow(() -> broken);
    }
  }

  private Optional<Read> inAnother(String url, Answer broken, Fault fault) {
    for (String type : TYPES) {
      if (!type.equals(broken.type())) {
        try {
          Answer answer = client.get(url, type);
          if (answer.type().equals(type)) {
            Read read = new Read(answer, DcatPage.of(source, answer, findings), Optional.empty());
            findings.repaired(
                "page illisible en %s, relue en %s".formatted(broken.type(), type), fault.place());
            return Optional.of(read);
          }
        } catch (RefusedException e) {
          // That one is no better: the next one may be.
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Read> without(Answer answer, Fault fault) {
    Model beginning =
        ModelFactory.createModelForGraph(
            RdfText.beginning(
                answer.type(),
                new String(answer.body(), StandardCharsets.UTF_8),
                answer.uri().toString()));
    boolean follows =
        answer.next().isPresent()
            || beginning.contains(null, beginning.createProperty(Hydra.NS + "next"))
            || beginning.contains(null, beginning.createProperty(Hydra.NS + "nextPage"));
    if (!follows) {
      return Optional.empty();
    }
    Findings.Attempt attempt = findings.attempt();
    findings.refused(
        fault.place(),
        "page",
        "page %s illisible dans chacune de ses syntaxes (%s) : ses fiches sont laissées, la moisson"
                .formatted(answer.uri(), fault.message())
            + " continue à la page suivante ; la faire corriger à la source");
    attempt.close();
    return Optional.of(new Read(answer, DcatPage.lost(beginning), answer.next()));
  }
}
