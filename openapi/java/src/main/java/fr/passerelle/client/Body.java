package fr.passerelle.client;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What a request sends, with its media type. It can be sent again. */
public final class Body {
  private final Supplier<BodyPublisher> publisher;
  private final String mediaType;

  private Body(Supplier<BodyPublisher> publisher, String mediaType) {
    this.publisher = publisher;
    this.mediaType = mediaType;
  }

  /** Bytes of that media type, e.g. {@code text/csv}. */
  public static Body of(byte[] bytes, String mediaType) {
    byte[] copy = bytes.clone();
    return new Body(() -> BodyPublishers.ofByteArray(copy), mediaType);
  }

  /** Text of that media type, sent as UTF-8. */
  public static Body of(String text, String mediaType) {
    return of(text.getBytes(StandardCharsets.UTF_8), mediaType);
  }

  /** A file of that media type, read while it is sent. */
  public static Body of(Path file, String mediaType) {
    return new Body(
        () -> {
          try {
            return BodyPublishers.ofFile(file);
          } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
          }
        },
        mediaType);
  }

  BodyPublisher publisher() {
    return publisher.get();
  }

  String mediaType() {
    return mediaType;
  }
}
