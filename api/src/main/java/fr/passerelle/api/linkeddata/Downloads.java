package fr.passerelle.api.linkeddata;

import fr.passerelle.api.Instance;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The files in which a published correspondence can be taken home. */
@Singleton
public final class Downloads {
  /** Those that people ask for; the others are in the {@code Link} header. */
  private static final List<Syntax> OFFERED =
      List.of(Syntax.CSV, Syntax.SSSOM, Syntax.TURTLE, Syntax.JSKOS);

  private final Dumps dumps;
  private final ReleaseDumps releaseDumps;
  private final Instance instance;

  Downloads(Dumps dumps, ReleaseDumps releaseDumps, Instance instance) {
    this.dumps = dumps;
    this.releaseDumps = releaseDumps;
    this.instance = instance;
  }

  /**
   * A file.
   *
   * @param extension which tells its format
   * @param mediaType its media type
   * @param path address of bytes that never change
   * @param sha256 digest of these bytes, lower-case hexadecimal
   * @param gzipped length of what is transferred, in bytes
   */
  public record Download(
      String extension, String mediaType, String path, String sha256, long gzipped) {}

  /** The files of a correspondence, made if need be. */
  public List<Download> of(PublishedCorrespondence published) {
    return OFFERED.stream().map(syntax -> download(Whole.of(published), syntax)).toList();
  }

  private Download download(Whole whole, Syntax syntax) {
    ReleaseDump asked = releaseDumps.dump(whole, syntax);
    try {
      return new Download(
          syntax.extension(),
          syntax.mediaType(),
          asked.dump(instance.uris()).lastingPath(),
          dumps.digests(asked).plain(),
          dumps.length(asked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
