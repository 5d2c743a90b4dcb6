package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.IsoDate;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.catalog.dataset.RecordLog;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.catalog.studies.Change;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.skos.Description;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;

/**
 * A node of the change feed in RDF (TREE, LDES, ActivityStreams): who created, changed or deleted
 * which record when, and in a graph named by each change what the record said after it.
 */
final class EventStream {
  private final Announcement announcement;
  private final PortalRules rules;
  private final String address;
  private final StudyNames names;
  private final Node stream;
  private final Description said = new Description();
  private final Map<Node, List<Triple>> payloads = new LinkedHashMap<>();

  /**
   * @param address address of the feed
   */
  EventStream(Announcement announcement, PortalRules rules, String address, Uris uris) {
    this.announcement = announcement;
    this.rules = rules;
    this.address = address;
    this.names = new StudyNames(uris);
    this.stream = Term.iri(address + "#flux");
    add(stream, "rdf:type", Term.of("ldes:EventStream"));
    add(stream, "ldes:timestampPath", Term.of("as:published"));
    add(stream, "ldes:versionOfPath", Term.of("as:object"));
    add(stream, "tree:view", Term.iri(address));
  }

  /** The node from which all others are reached. */
  void root(Subset part) {
    Node root = node(address);
    add(
        stream,
        "dct:title",
        Values.text("Changements du catalogue de " + announcement.publisher().name()));
    add(stream, "dct:license", Term.iri(announcement.licence().uri()));
    add(root, "rdf:type", Term.of("tree:ViewDescription"));
    if (LdesController.hasStudies(part)) {
      relation(root, address + "/1");
    }
    if (LdesController.hasVocabularies(part)) {
      relation(root, address + "/" + LdesController.VOCABULARIES);
    }
    if (LdesController.hasIndicators(part)) {
      relation(root, address + "/" + LdesController.INDICATORS);
    }
  }

  /**
   * A page of changes of studies.
   *
   * @param past what records said after these changes, by number
   * @param closed whether another page follows, and this one never changes
   */
  void page(int number, List<Change> changes, Map<Long, Dataset> past, boolean closed) {
    String page = address + "/" + number;
    Node node = node(page);
    for (Change change : changes) {
      member(
          page + "#" + change.sequence(),
          type(change.kind()),
          names.study(change.study()),
          change.at(),
          Optional.ofNullable(past.get(change.sequence())));
    }
    if (closed) {
      relation(node, address + "/" + (number + 1));
    }
  }

  /**
   * A page of changes of vocabularies and correspondences, or of indicators. What a record says now
   * is told with its last change; of those before, which version it was.
   *
   * @param now the records, by IRI
   */
  void records(String word, RecordLog log, List<RecordLog.Event> events, Map<String, Dataset> now) {
    String page = address + "/" + word;
    Node node = node(page);
    for (RecordLog.Event event : events) {
      Optional<Dataset> dataset =
          Optional.ofNullable(now.get(event.iri())).filter(each -> log.isLast(event));
      String iri = page + "#" + event.key() + "@" + event.at().toEpochMilli();
      member(iri, type(event.kind()), event.iri(), event.at(), dataset);
      if (dataset.isEmpty() && event.kind() != RecordLog.Kind.DELETE) {
        payloads.put(Term.iri(iri), version(event));
      }
    }
    if (events.size() == LdesController.SIZE) {
      relation(node, address + "/" + LdesController.following(word));
    }
  }

  private static List<Triple> version(RecordLog.Event event) {
    Description said = new Description();
    Node record = Term.iri(event.iri());
    said.add(record, Term.of("rdf:type"), Term.of("dcat:Dataset"));
    said.add(record, Term.of("dct:identifier"), Values.string(event.iri()));
    said.add(record, Term.of("dcat:version"), Values.string(event.release()));
    said.add(record, Term.of("dct:modified"), Values.date(IsoDate.of(event.issued())));
    return said.triples();
  }

  private static String type(RecordLog.Kind kind) {
    return switch (kind) {
      case CREATE -> "as:Create";
      case UPDATE -> "as:Update";
      case DELETE -> "as:Delete";
    };
  }

  private static String type(Change.Kind kind) {
    return switch (kind) {
      case CREATE -> "as:Create";
      case UPDATE -> "as:Update";
      case DELETE -> "as:Delete";
    };
  }

  private Node node(String address) {
    Node node = Term.iri(address);
    add(node, "rdf:type", Term.of("tree:Node"));
    return node;
  }

  private void relation(Node from, String to) {
    Node relation = NodeFactory.createBlankNode(to);
    add(from, "tree:relation", relation);
    add(relation, "rdf:type", Term.of("tree:Relation"));
    add(relation, "tree:node", Term.iri(to));
  }

  private void member(String iri, String type, String object, Instant at, Optional<Dataset> said) {
    Node activity = Term.iri(iri);
    add(stream, "tree:member", activity);
    add(activity, "rdf:type", Term.of(type));
    add(activity, "as:object", Term.iri(object));
    add(activity, "as:published", Values.instant(at));
    said.ifPresent(dataset -> {
      DcatDescription description = new DcatDescription(announcement, rules);
      description.dataset(dataset);
      payloads.put(activity, description.triples());
    });
  }

  private void add(Node node, String property, Node value) {
    said.add(node, Term.of(property), value);
  }

  byte[] bytes(QuadFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StreamRDF sink = format.open(out);
    sink.start();
    Term.PREFIXES_OF_FEEDS.forEach(sink::prefix);
    said.triples().forEach(sink::triple);
    payloads.forEach(
        (graph, triples) -> triples.forEach(triple -> sink.quad(Quad.create(graph, triple))));
    sink.finish();
    return out.toByteArray();
  }
}
