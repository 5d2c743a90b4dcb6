package fr.passerelle.api.linkeddata;

import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.skos.RdfFormat;
import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The whole of a scheme in one syntax, named by all that its bytes depend on: its name is known
 * before it is made.
 *
 * @param scheme the scheme
 * @param format the syntax
 * @param key hash of all that its bytes depend on
 */
record Dump(PublishedScheme scheme, RdfFormat format, String key) {
  /** To be raised whenever {@link fr.passerelle.vocab.skos.Skos} writes something else. */
  static final int SERIALISATION_VERSION = 1;

  static Dump of(PublishedScheme scheme, RdfFormat format, Uris uris) {
    PublishedRelease release = scheme.release();
    String all =
        String.join(
            "\n",
            scheme.scheme().id(),
            release.hash(),
            release.citation(),
            release.licence().uri(),
            uris.nationalBase(),
            uris.regionalBase(),
            format.extension(),
            String.valueOf(SERIALISATION_VERSION));
    byte[] hash = SourceFile.digest().digest(all.getBytes(StandardCharsets.UTF_8));
    return new Dump(scheme, format, HexFormat.of().formatHex(hash, 0, 16));
  }

  /** Strong ETag of the bytes as sent. */
  String etag(boolean gzip) {
    return '"' + key + (gzip ? "-gzip" : "") + '"';
  }

  /** Folder and file name of its gzipped bytes, relative to the folder of dumps. */
  String folder() {
    return scheme.scheme().id();
  }

  String fileName() {
    return key + suffix();
  }

  /** End of the names of all dumps of this syntax. */
  String suffix() {
    return "." + format.extension() + ".gz";
  }
}
