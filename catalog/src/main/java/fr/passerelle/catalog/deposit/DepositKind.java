package fr.passerelle.catalog.deposit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of file that can be deposited. */
public enum DepositKind {
  /** A vocabulary in RDF. */
  SKOS("text/turtle=ttl application/ld+json=jsonld application/rdf+xml=rdf"),
  /** A mapping set. */
  SSSOM("text/tab-separated-values=tsv"),
  /** The documented CSV, of a vocabulary or a correspondence. */
  CSV("text/csv=csv");

  /** Media types, each with how the name of such a file ends, separated by spaces. */
  private final String files;

  DepositKind(String files) {
    this.files = files;
  }

  /** Word by which it is asked for. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that {@link #id()}. */
  public static Optional<DepositKind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** Media types of its files. */
  public List<String> mediaTypes() {
    return files().map(each -> each[0]).toList();
  }

  /** How the name of a file of that media type ends; empty if it has no such files. */
  public Optional<String> extension(String mediaType) {
    return files().filter(each -> each[0].equals(mediaType)).map(each -> each[1]).findFirst();
  }

  private Stream<String[]> files() {
    return Arrays.stream(files.split(" ")).map(each -> each.split("=", 2));
  }
}
