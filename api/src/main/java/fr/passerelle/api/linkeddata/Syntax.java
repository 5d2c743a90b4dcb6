package fr.passerelle.api.linkeddata;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.skos.RdfFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way to write the whole of a scheme or of a correspondence. */
enum Syntax {
  /** RDF 1.1 Turtle. */
  TURTLE(RdfFormat.TURTLE),
  /** JSON-LD 1.1. */
  JSON_LD(RdfFormat.JSON_LD),
  /** RDF/XML. */
  RDF_XML(RdfFormat.RDF_XML),
  /** N-Triples. */
  N_TRIPLES(RdfFormat.N_TRIPLES),
  /** Pairs as SSSOM TSV, of correspondences only. */
  SSSOM("tsv", "text/tab-separated-values"),
  /** JSKOS, one object a line. */
  JSKOS("ndjson", "application/x-ndjson"),
  /** A table for spreadsheets. */
  CSV("csv", "text/csv");

  /** Those of a part: a concept, a release, an association. */
  static final List<Syntax> OF_DOCUMENTS =
      Arrays.stream(values()).filter(each -> each.rdf != null).toList();

  /** Those of a scheme. */
  static final List<Syntax> OF_SCHEMES =
      Arrays.stream(values()).filter(each -> each != SSSOM).toList();

  /** Those of the collections of a release; in RDF they stand with their scheme, or each alone. */
  static final List<Syntax> OF_COLLECTIONS = List.of(JSKOS, CSV);

  /** Those of a correspondence. */
  static final List<Syntax> OF_CORRESPONDENCES = List.of(values());

  private final @Nullable RdfFormat rdf;
  private final String extension;
  private final String mediaType;

  Syntax(RdfFormat rdf) {
    this(rdf, rdf.extension(), rdf.mediaType());
  }

  Syntax(String extension, String mediaType) {
    this(null, extension, mediaType);
  }

  Syntax(@Nullable RdfFormat rdf, String extension, String mediaType) {
    this.rdf = rdf;
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** The format of RDF it is, if it is one. */
  Optional<RdfFormat> rdf() {
    return Optional.ofNullable(rdf);
  }

  /** File extension, without dot. */
  String extension() {
    return extension;
  }

  /** Media type, without parameters. */
  String mediaType() {
    return mediaType;
  }

  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  /** The one of that extension. */
  static Syntax of(String extension, List<Syntax> offered) {
    return offered.stream()
        .filter(each -> each.extension.equals(extension))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "Pas de document d'extension "
                    + Text.quoted(extension)
                    + " ; il y a "
                    + offered.stream()
                        .map(each -> "." + each.extension)
                        .collect(Collectors.joining(", "))));
  }
}
