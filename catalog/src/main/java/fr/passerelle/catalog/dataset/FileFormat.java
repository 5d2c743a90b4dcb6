package fr.passerelle.catalog.dataset;

import java.util.Arrays;
import java.util.Optional;

/** A format of files, in the words of the EU and of IANA. */
public enum FileFormat {
  /** RDF 1.1 Turtle. */
  TURTLE("ttl", "text/turtle", "RDF_TURTLE", "SKOS en Turtle"),
  /** JSON-LD. */
  JSON_LD("jsonld", "application/ld+json", "JSON_LD", "SKOS en JSON-LD"),
  /** RDF/XML. */
  RDF_XML("rdf", "application/rdf+xml", "RDF_XML", "SKOS en RDF/XML"),
  /** N-Triples. */
  N_TRIPLES("nt", "application/n-triples", "RDF_N_TRIPLES", "SKOS en N-Triples"),
  /** SSSOM. */
  SSSOM("tsv", "text/tab-separated-values", "TSV", "paires en SSSOM (TSV)"),
  /** JSKOS, one object a line; IANA knows no media type for that. */
  JSKOS("ndjson", "", "JSON", "JSKOS, un objet par ligne"),
  /** A tree of values. */
  JSON("json", "application/json", "JSON", "JSON"),
  /** Values in columns. */
  PARQUET("parquet", "application/vnd.apache.parquet", "PARQUET", "fichier en colonnes (Parquet)"),
  /** A table. */
  CSV("csv", "text/csv", "CSV", "tableau CSV pour tableur"),
  /** PDF. */
  PDF("pdf", "application/pdf", "PDF", "PDF"),
  /** A page. */
  HTML("html", "text/html", "HTML", "page web"),
  /** A workbook. */
  XLSX(
      "xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "XLSX",
      "classeur");

  private final String extension;
  private final String mediaType;
  private final String fileType;
  private final String words;

  FileFormat(String extension, String mediaType, String fileType, String words) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.fileType = fileType;
    this.words = words;
  }

  /** Media type registered with IANA; empty where there is none. */
  public String mediaType() {
    return mediaType;
  }

  /** Concept of the EU authority table of file types. */
  public AuthorityTerm fileType() {
    return AuthorityTerm.of("file-type", fileType);
  }

  /** What it is, in French. */
  public String words() {
    return words;
  }

  /** The format of that file extension. */
  public static Optional<FileFormat> ofExtension(String extension) {
    return Arrays.stream(values()).filter(each -> each.extension.equals(extension)).findFirst();
  }

  /** The format of that media type, without parameters. */
  public static Optional<FileFormat> ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(each -> !mediaType.isEmpty() && each.mediaType.equals(mediaType))
        .findFirst();
  }
}
