package fr.passerelle.api.linkeddata.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;

/** A way to write an answer: rows of SELECT and ASK, or triples of CONSTRUCT and DESCRIBE. */
enum ResultFormat {
  /** SPARQL 1.1 Query Results JSON Format. */
  JSON("json", "application/sparql-results+json", "application/json"),
  /** SPARQL Query Results XML Format. */
  XML("xml", "application/sparql-results+xml", "application/xml"),
  /** SPARQL 1.1 Query Results CSV Format: values only. */
  CSV("csv", "text/csv", ""),
  /** SPARQL 1.1 Query Results TSV Format: terms. */
  TSV("tsv", "text/tab-separated-values", ""),
  /** RDF 1.1 Turtle. */
  TURTLE("ttl", "text/turtle", ""),
  /** JSON-LD 1.1. */
  JSON_LD("jsonld", "application/ld+json", ""),
  /** RDF 1.1 XML. */
  RDF_XML("rdf", "application/rdf+xml", ""),
  /** N-Triples. */
  N_TRIPLES("nt", "application/n-triples", "");

  private static final List<ResultFormat> ROWS = List.of(JSON, XML, CSV, TSV);
  private static final List<ResultFormat> TRIPLES = List.of(TURTLE, JSON_LD, RDF_XML, N_TRIPLES);

  private final String id;
  private final String mediaType;

  /** General type by which clients that do not know the precise one ask; empty if there is none. */
  private final String general;

  ResultFormat(String id, String mediaType, String general) {
    this.id = id;
    this.mediaType = mediaType;
    this.general = general;
  }

  /** Those of rows, or those of triples, the preferred one first. */
  static List<ResultFormat> of(boolean triples) {
    return triples ? TRIPLES : ROWS;
  }

  /** The one of that value of the parameter {@code format}. */
  static Optional<ResultFormat> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  /** Value of the parameter {@code format}. */
  String id() {
    return id;
  }

  String mediaType() {
    return mediaType;
  }

  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  String general() {
    return general;
  }

  /** The format of rows. */
  Lang lang() {
    return switch (this) {
      case JSON -> ResultSetLang.RS_JSON;
      case XML -> ResultSetLang.RS_XML;
      case CSV -> ResultSetLang.RS_CSV;
      case TSV -> ResultSetLang.RS_TSV;
      case TURTLE, JSON_LD, RDF_XML, N_TRIPLES ->
          throw new IllegalStateException("no rows are written as " + this);
    };
  }

  /** The syntax of triples. */
  RDFFormat syntax() {
    return switch (this) {
      case TURTLE -> RDFFormat.TURTLE_BLOCKS;
      case JSON_LD -> RDFFormat.JSONLD11_PLAIN;
      case RDF_XML -> RDFFormat.RDFXML_PLAIN;
      case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
      case JSON, XML, CSV, TSV ->
          throw new IllegalStateException("no triples are written as " + this);
    };
  }
}
