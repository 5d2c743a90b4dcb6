package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.Instance;
import fr.passerelle.vocab.skos.Description;
import fr.passerelle.vocab.skos.Literals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What the service says of itself (SPARQL 1.1 Service Description, W3C, 2013) and of its graphs
 * (VoID, W3C, 2011): whose each is, under which licence, how many triples it has.
 */
final class ServiceDescription {
  /** Namespaces by prefix, in the order in which documents declare them. */
  static final Map<String, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.put("sd", "http://www.w3.org/ns/sparql-service-description#");
    PREFIXES.put("void", "http://rdfs.org/ns/void#");
    PREFIXES.put("formats", "http://www.w3.org/ns/formats/");
    PREFIXES.put("dct", DCTerms.NS);
    PREFIXES.put("foaf", FOAF.NS);
    PREFIXES.put("rdf", RDF.uri);
  }

  private static final List<String> FORMATS =
      List.of(
          "SPARQL_Results_JSON",
          "SPARQL_Results_XML",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "JSON-LD",
          "RDF_XML",
          "N-Triples");

  private final Instance instance;
  private final Graphs.State state;
  private final Description said = new Description();
  private final Node service;
  private final Node dataset;

  private ServiceDescription(Instance instance, Graphs.State state) {
    this.instance = instance;
    this.state = state;
    service = uri(instance.address() + "/sparql");
    dataset = uri(instance.address() + "/.well-known/void#dataset");
  }

  static List<Triple> of(Instance instance, Graphs.State state) {
    ServiceDescription description = new ServiceDescription(instance, state);
    description.service();
    description.dataset();
    state.graphs().forEach(description::graph);
    description.partitions();
    return description.said.triples();
  }

  private void service() {
    add(service, RDF.type.asNode(), term("sd:Service"));
    add(service, term("sd:endpoint"), service);
    add(service, term("sd:supportedLanguage"), term("sd:SPARQL11Query"));
    add(service, term("sd:feature"), term("sd:UnionDefaultGraph"));
    FORMATS.forEach(each -> add(service, term("sd:resultFormat"), term("formats:" + each)));
    add(service, term("sd:defaultDataset"), dataset);
    add(service, DCTerms.title.asNode(), Literals.fr("Point d'accès SPARQL de la passerelle"));
  }

  private void dataset() {
    Node publisher = uri(instance.address() + "/catalog#editeur");
    add(dataset, RDF.type.asNode(), term("sd:Dataset"));
    add(dataset, RDF.type.asNode(), term("void:Dataset"));
    add(
        dataset,
        DCTerms.title.asNode(),
        Literals.fr(
            "Référentiels, correspondances, études et indicateurs : "
                + instance.profile().region().name()));
    add(dataset, DCTerms.publisher.asNode(), publisher);
    add(publisher, RDF.type.asNode(), FOAF.Agent.asNode());
    add(publisher, FOAF.name.asNode(), Literals.string(instance.profile().publisher().name()));
    add(dataset, term("void:sparqlEndpoint"), service);
    add(dataset, term("void:uriSpace"), Literals.string(instance.uris().nationalBase() + "/id/"));
    add(dataset, term("void:uriSpace"), Literals.string(instance.uris().regionalBase() + "/id/"));
    add(dataset, FOAF.homepage.asNode(), uri(instance.address() + "/doc/sparql"));
    Node all = uri(instance.address() + "/.well-known/void#union");
    add(dataset, term("sd:defaultGraph"), all);
    add(all, RDF.type.asNode(), term("sd:Graph"));
    if (!state.store().names().isEmpty()) {
      add(dataset, term("void:triples"), Literals.integer(state.store().size()));
      add(all, term("void:triples"), Literals.integer(state.store().size()));
    }
  }

  /** A graph with its provenance; the licence is that of its sources, never one of ours over it. */
  private void graph(PublishedGraph graph) {
    int number = state.graphs().indexOf(graph) + 1;
    Node named = uri(instance.address() + "/.well-known/void#nom-" + number);
    Node node = uri(instance.address() + "/.well-known/void#graphe-" + number);
    add(dataset, term("sd:namedGraph"), named);
    add(dataset, term("void:subset"), node);
    add(named, RDF.type.asNode(), term("sd:NamedGraph"));
    add(named, term("sd:name"), uri(graph.name()));
    add(named, term("sd:graph"), node);
    add(node, RDF.type.asNode(), term("sd:Graph"));
    add(node, RDF.type.asNode(), term("void:Dataset"));
    add(node, DCTerms.title.asNode(), Literals.fr(graph.title()));
    graph
        .citations()
        .forEach(each -> add(node, DCTerms.bibliographicCitation.asNode(), Literals.fr(each)));
    graph.licences().forEach(each -> add(node, DCTerms.license.asNode(), uri(each.uri())));
    state
        .store()
        .size(graph.name())
        .ifPresent(each -> add(node, term("void:triples"), Literals.integer(each)));
    graph.dump().ifPresent(each -> add(node, term("void:dataDump"), uri(each)));
  }

  private void partitions() {
    int number = 0;
    for (Map.Entry<Node, Integer> each : state.store().properties().entrySet()) {
      Node part = uri(instance.address() + "/.well-known/void#propriete-" + ++number);
      add(dataset, term("void:propertyPartition"), part);
      add(part, term("void:property"), each.getKey());
      add(part, term("void:triples"), Literals.integer(each.getValue()));
    }
    number = 0;
    for (Map.Entry<Node, Integer> each : state.store().classes().entrySet()) {
      Node part = uri(instance.address() + "/.well-known/void#classe-" + ++number);
      add(dataset, term("void:classPartition"), part);
      add(part, term("void:class"), each.getKey());
      add(part, term("void:entities"), Literals.integer(each.getValue()));
    }
  }

  private void add(Node subject, Node predicate, Node object) {
    said.add(subject, predicate, object);
  }

  private static Node term(String prefixed) {
    int colon = prefixed.indexOf(':');
    return uri(PREFIXES.get(prefixed.substring(0, colon)) + prefixed.substring(colon + 1));
  }

  private static Node uri(String uri) {
    return NodeFactory.createURI(uri);
  }
}
