package fr.passerelle.api.oai;

import java.util.Arrays;
import java.util.Optional;

/** A format in which records can be had. */
enum Format {
  /** Simple Dublin Core, which every repository has. */
  OAI_DC(
      "oai_dc",
      "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
      "http://www.openarchives.org/OAI/2.0/oai_dc/"),
  /** DCAT-AP 3.0.1 in RDF/XML, as in {@code /catalog.rdf}. */
  DCAT_AP(
      "dcat_ap",
      "http://www.openarchives.org/OAI/2.0/rdf.xsd",
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

  private final String prefix;
  private final String schema;
  private final String namespace;

  Format(String prefix, String schema, String namespace) {
    this.prefix = prefix;
    this.schema = schema;
    this.namespace = namespace;
  }

  String prefix() {
    return prefix;
  }

  String schema() {
    return schema;
  }

  String namespace() {
    return namespace;
  }

  static Optional<Format> find(String prefix) {
    return Arrays.stream(values()).filter(each -> each.prefix.equals(prefix)).findFirst();
  }
}
