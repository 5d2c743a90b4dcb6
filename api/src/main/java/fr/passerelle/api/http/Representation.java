package fr.passerelle.api.http;

import fr.passerelle.vocab.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * An answer as bytes in each coding that it was made in: plain and gzipped from the first, Brotli
 * and Zstandard once it turns out that it is asked for often.
 */
final class Representation {
  /** Shorter ones fit into one packet anyway. */
  static final int WORTH_COMPRESSING = 1_000;

  /** A second that never comes. */
  static final long UNDATED = Long.MAX_VALUE;

  private final String mediaType;
  private final Map<String, String> headers;
  private final String name;
  private volatile long made = UNDATED;
  private final Runnable grown;
  private volatile List<Encoded> encoded;
  private volatile boolean complete;
  private int uses;

  private Representation(
      String mediaType,
      Map<String, String> headers,
      String name,
      Runnable grown,
      List<Encoded> all) {
    this.grown = grown;
    this.mediaType = mediaType;
    this.headers = headers;
    this.name = name;
    this.encoded = all;
    // What gzip does not shorten, nothing does.
    this.complete = all.size() == 1;
  }

  /**
   * A representation made now.
   *
   * @param grown told once more codings of it are there
   */
  static Representation of(
      String mediaType, byte[] plain, Map<String, String> headers, Runnable grown) {
    byte[] gzip = plain.length < WORTH_COMPRESSING ? plain : gzip(plain);
    boolean gains = gzip.length < plain.length;
    // The shorter of the two: digesting took an eighth of the time of a page of the catalogue.
    byte[] hash = SourceFile.digest().digest(gains ? gzip : plain);
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    List<Encoded> all = new ArrayList<>();
    all.add(Encoded.of(Coding.IDENTITY, plain, name));
    if (gains) {
      all.add(Encoded.of(Coding.GZIP, gzip, name));
    }
    return new Representation(mediaType, Map.copyOf(headers), name, grown, List.copyOf(all));
  }

  /** The bytes gzipped, be it a gain or not. */
  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Media type with its charset. */
  String mediaType() {
    return mediaType;
  }

  /** Further headers, the same for every client. */
  Map<String, String> headers() {
    return headers;
  }

  /** When it was made, in seconds; {@link #UNDATED} where that is not known yet. */
  long made() {
    return made;
  }

  /** Says when it was made, if nobody has. */
  void date(long second) {
    if (made == UNDATED) {
      made = second;
    }
  }

  /** The bytes without coding. */
  byte[] plain() {
    return encoded.getFirst().bytes();
  }

  /**
   * What to send: the coding that the client likes best, unless it names another.
   *
   * @return empty where it takes none
   */
  Optional<Encoded> select(Codings codings, Conditions conditions) {
    if (conditions.nameTags()) {
      for (Encoded each : encoded) {
        if (codings.admits(each.coding()) && conditions.mention(each.etag())) {
          return Optional.of(each);
        }
      }
    }
    for (Coding coding : codings.admitted()) {
      for (Encoded each : encoded) {
        if (each.coding() == coding) {
          return Optional.of(each);
        }
      }
    }
    // Who refuses what is plain gets even what gains nothing.
    return codings.admits(Coding.GZIP)
        ? Optional.of(Encoded.of(Coding.GZIP, gzip(plain()), name))
        : Optional.empty();
  }

  /** Counts a use; a few may be lost where many come at once. */
  int used() {
    return ++uses;
  }

  /** Length of the bytes gzipped, or plain where that gains nothing. */
  int gzipped() {
    return encoded.get(encoded.size() > 1 ? 1 : 0).bytes().length;
  }

  /** Whether all codings are made that gain something. */
  boolean isComplete() {
    return complete;
  }

  /** Says that no coding will be added. */
  void complete() {
    complete = true;
    grown.run();
  }

  /** Adds a coding; one thread does. */
  void add(Coding coding, byte[] bytes) {
    List<Encoded> all = new ArrayList<>(encoded);
    all.add(Encoded.of(coding, bytes, name));
    encoded = List.copyOf(all);
  }

  /** Whether it has that coding at hand. */
  boolean has(Coding coding) {
    return encoded.stream().anyMatch(each -> each.coding() == coding);
  }

  int weight() {
    return encoded.stream().mapToInt(each -> each.bytes().length + 60).sum() + 500;
  }
}
