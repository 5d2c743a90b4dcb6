package fr.passerelle.api.web;

import fr.passerelle.api.linkeddata.sparql.Example;
import fr.passerelle.api.linkeddata.sparql.SparqlDesk.GraphLine;
import fr.passerelle.api.linkeddata.sparql.SparqlDesk.Shown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A place to ask in SPARQL.
 *
 * @param t words of the page
 * @param query what was asked, or is proposed
 * @param answer the answer, if something was asked
 * @param failure why there is no answer; empty where there is one or none was asked
 * @param examples ready questions
 * @param graphs what there is
 * @param address where the service answers
 */
record SparqlPage(
    Texts t,
    String query,
    Optional<Shown> answer,
    String failure,
    List<Example> examples,
    List<GraphLine> graphs,
    String address) {
  SparqlPage {
    examples = List.copyOf(examples);
    graphs = List.copyOf(graphs);
  }

  /** Path of this page with a question. */
  static String path(String query) {
    return "/doc/sparql?query=" + encoded(query);
  }

  /** Path of the answer as a file. */
  String file(String format) {
    return "/sparql?format=" + format + "&query=" + encoded(query);
  }

  /** Formats of the answer as a file. */
  List<String> formats() {
    return answer.filter(Shown::isTriples).isPresent()
        ? List.of("ttl", "jsonld", "rdf", "nt")
        : List.of("json", "csv", "tsv", "xml");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
