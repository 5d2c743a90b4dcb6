package fr.passerelle.api.linkeddata;

import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The whole of a scheme or correspondence in one syntax, named by all that its bytes depend on: its
 * name is known before it is made.
 *
 * @param whole what it holds
 * @param syntax how it is written
 * @param folder folder of its gzipped bytes, relative to the folder of dumps
 * @param key hash of all that its bytes depend on
 */
record Dump(Whole whole, Syntax syntax, String folder, String key) {
  /** To be raised whenever a writer of {@link Whole} writes something else. */
  static final int SERIALISATION_VERSION = 4;

  /** The dump of what is published now: one made later in its folder replaces it. */
  static Dump of(Whole whole, Syntax syntax, Uris uris) {
    return new Dump(whole, syntax, whole.folder(), key(whole, syntax, uris));
  }

  /** The dump of an earlier release, which nothing replaces. */
  static Dump ofEarlier(Whole whole, Syntax syntax, Uris uris) {
    String folder = whole.folder() + "/earlier-" + whole.release().hash().substring(0, 16);
    return new Dump(whole, syntax, folder, key(whole, syntax, uris));
  }

  private static String key(Whole whole, Syntax syntax, Uris uris) {
    PublishedRelease release = whole.release();
    String all =
        String.join(
            "\n",
            whole.folder(),
            release.hash(),
            release.citation(),
            release.licence().uri(),
            uris.nationalBase(),
            uris.regionalBase(),
            syntax.extension(),
            String.valueOf(SERIALISATION_VERSION));
    byte[] hash = SourceFile.digest().digest(all.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }

  /**
   * Address of the bytes, which are never others: beside the release it names all that they depend
   * on, the writers and the base URIs included.
   */
  String lastingPath() {
    return ofRelease(whole, "." + key, syntax);
  }

  /** Address of what the release says, whatever the bytes that say it. */
  String path() {
    return ofRelease(whole, "", syntax);
  }

  private static String ofRelease(Whole whole, String key, Syntax syntax) {
    return "/data/vocab/%s/release/%s/%s%s.%s"
        .formatted(
            whole.release().release().edition().id(),
            Uris.path(whole.release().release().id()),
            whole.name(),
            key,
            syntax.extension());
  }

  /** Strong ETag of the bytes as sent. */
  String etag(boolean gzip) {
    return '"' + key + (gzip ? "-gzip" : "") + '"';
  }

  String fileName() {
    return key + suffix();
  }

  /** End of the names of all dumps of this syntax. */
  String suffix() {
    return "." + syntax.extension() + ".gz";
  }
}
