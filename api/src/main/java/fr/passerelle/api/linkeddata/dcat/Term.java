package fr.passerelle.api.linkeddata.dcat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms in which the catalogue is described, by their prefixed names. */
final class Term {
  /** Namespaces by prefix, in the order in which documents declare them. */
  static final Map<String, String> PREFIXES;

  /** Those of change feeds besides. */
  static final Map<String, String> PREFIXES_OF_FEEDS;

  /** Properties whose values are IRIs. */
  static final String RESOURCES =
      """
      adms:status dcat:dataset dcat:record dcat:service dcat:inSeries dcat:distribution dcat:accessURL dcat:downloadURL dcat:mediaType
      dcat:landingPage dcat:contactPoint dcat:theme dcat:themeTaxonomy dcat:endpointURL
      dcat:endpointDescription dcat:servesDataset dcatap:availability dct:accessRights
      dct:accrualPeriodicity dct:audience dct:conformsTo dct:creator dct:format dct:language dct:license dct:publisher
      dct:relation dct:source dct:spatial dct:subject dct:temporal dct:type foaf:homepage foaf:page foaf:primaryTopic hydra:first
      hydra:last hydra:next hydra:nextPage hydra:previous hydra:view prov:wasDerivedFrom skos:inScheme spdx:algorithm spdx:checksum
      stat:attribute stat:dimension stat:statUnitMeasure
      vcard:hasEmail vcard:hasURL
      """;

  private static final Map<String, Node> NODES = new ConcurrentHashMap<>();
  private static final int FIRST_PRINTABLE = 0x21;
  private static final int LAST_PRINTABLE = 0x7e;

  /** Printable characters that an IRI cannot hold (RFC 3987). */
  private static final BitSet ILLEGAL =
      "<>\"{}|\\^`".chars().collect(BitSet::new, BitSet::set, BitSet::or);

  static {
    Map<String, String> prefixes = new LinkedHashMap<>();
    prefixes.put("adms", "http://www.w3.org/ns/adms#");
    prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
    prefixes.put("dct", "http://purl.org/dc/terms/");
    prefixes.put("dcatap", "http://data.europa.eu/r5r/");
    prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
    prefixes.put("hydra", "http://www.w3.org/ns/hydra/core#");
    prefixes.put("locn", "http://www.w3.org/ns/locn#");
    prefixes.put("prov", "http://www.w3.org/ns/prov#");
    prefixes.put("qb", "http://purl.org/linked-data/cube#");
    prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("spdx", "http://spdx.org/rdf/terms#");
    prefixes.put("stat", "http://data.europa.eu/m8g/");
    prefixes.put("vcard", "http://www.w3.org/2006/vcard/ns#");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    PREFIXES = Collections.unmodifiableMap(prefixes);
    prefixes = new LinkedHashMap<>(prefixes);
    prefixes.put("as", "https://www.w3.org/ns/activitystreams#");
    prefixes.put("ldes", "https://w3id.org/ldes#");
    prefixes.put("tree", "https://w3id.org/tree#");
    PREFIXES_OF_FEEDS = Collections.unmodifiableMap(prefixes);
  }

  private Term() {}

  /** The term of that prefixed name. */
  static Node of(String prefixed) {
    return NODES.computeIfAbsent(prefixed, Term::expand);
  }

  private static Node expand(String prefixed) {
    int colon = prefixed.indexOf(':');
    String namespace = PREFIXES_OF_FEEDS.get(prefixed.substring(0, colon));
    if (namespace == null) {
      throw new IllegalArgumentException("no such prefix: " + prefixed);
    }
    return NodeFactory.createURI(namespace + prefixed.substring(colon + 1));
  }

  /** The resource of that address, percent-encoded where it is not yet. */
  static Node iri(String address) {
    return NodeFactory.createURI(encoded(address));
  }

  /** An address in ASCII: what others wrote holds accents and blanks. */
  static String encoded(String address) {
    if (isEncoded(address)) {
      return address;
    }
    StringBuilder encoded = new StringBuilder();
    for (byte each : address.strip().getBytes(StandardCharsets.UTF_8)) {
      if (isLegal(each)) {
        encoded.append((char) each);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return encoded.toString();
  }

  private static boolean isEncoded(String address) {
    for (int i = 0; i < address.length(); i++) {
      if (!isLegal(address.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLegal(int c) {
    return c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE && !ILLEGAL.get(c);
  }
}
