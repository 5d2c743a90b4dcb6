package fr.passerelle.vocab.jskos;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.ReleaseConcepts;
import fr.passerelle.vocab.ReleaseUris;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Uris;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Published vocabularies in the terms of JSKOS 0.6 (GBV), as newline-delimited JSON: each line is a
 * concept, or a mapping. What is written streams; the stream given is flushed and left open.
 */
public final class Jskos {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Uris uris;

  /** Vocabularies under those names. */
  public Jskos(Uris uris) {
    this.uris = uris;
  }

  /**
   * Writes a line for each concept, in code order.
   *
   * @throws IOException where the stream fails
   */
  public void write(OutputStream out, PublishedRelease release, Scheme scheme) throws IOException {
    try (JsonGenerator json = open(out)) {
      ConceptLine line = new ConceptLine(json, new ReleaseUris(uris, release.release()));
      for (Concept concept : scheme.concepts()) {
        line.write(concept);
      }
    }
    out.write('\n');
    out.flush();
  }

  /**
   * Writes a line for each pair, then one for each concept that the other side has nothing for.
   *
   * @throws IOException where the stream fails
   */
  public void write(OutputStream out, PublishedRelease release, Correspondence correspondence)
      throws IOException {
    try (JsonGenerator json = open(out)) {
      MappingLine line =
          new MappingLine(
              json,
              new ReleaseUris(uris, release.release()),
              new ReleaseConcepts(release.release()),
              release,
              correspondence);
      for (Pair pair : correspondence.pairs()) {
        line.write(pair);
      }
      for (var association : correspondence.unmatched().toList()) {
        line.write(association);
      }
    }
    out.write('\n');
    out.flush();
  }

  /**
   * Writes a line for each collection of a release, with its members in their order.
   *
   * @throws IOException where the stream fails
   */
  public void writeCollections(OutputStream out, PublishedRelease published) throws IOException {
    try (JsonGenerator json = open(out)) {
      CollectionLine line = new CollectionLine(json, uris, published.release());
      for (Collection collection : published.release().collections()) {
        line.write(collection);
      }
    }
    out.write('\n');
    out.flush();
  }

  private static JsonGenerator open(OutputStream out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    return json;
  }
}
