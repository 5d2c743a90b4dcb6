package fr.passerelle.api.deposit;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.deposit.DepositKind;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The body of a deposit as a file on disk, which goes when it is closed.
 *
 * @param file the file, named after its kind so that messages name it
 */
record Upload(Path file) implements AutoCloseable {
  private static final int MEGABYTE_BITS = 20;

  /** What is thrown away of a body that is too long, beyond which the connection is cut. */
  private static final long MOST_DRAINED = 64L << MEGABYTE_BITS;

  /** What the readers tell apart from the bytes themselves. */
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          Charset.forName("ISO-8859-15"));

  /**
   * What may be sent.
   *
   * @param what words for messages
   * @param endings how names of files end, by media type
   * @param megabytes most of it, in MiB
   * @param advice what to do with more
   */
  record Accepted(String what, Map<String, String> endings, int megabytes, String advice) {
    static Accepted of(DepositKind kind) {
      return new Accepted(
          "Un dépôt kind=" + kind.id(),
          kind.mediaTypes().stream()
              .collect(Collectors.toMap(type -> type, type -> kind.extension(type).orElseThrow())),
          20,
          "le découper en éditions");
    }

    long bytes() {
      return (long) megabytes << MEGABYTE_BITS;
    }
  }

  static Upload of(HttpRequest<?> request, Accepted accepted, @Nullable InputStream body)
      throws IOException {
    String extension = extension(request, accepted);
    Path folder = Files.createTempDirectory("passerelle-depot");
    Upload upload = new Upload(folder.resolve("depot." + extension));
    try (OutputStream out = Files.newOutputStream(upload.file())) {
      copy(body == null ? InputStream.nullInputStream() : body, out, accepted);
      return upload;
    } catch (IOException e) {
      upload.close();
      // The server counts too, and says so while we read.
      if (e.getCause() instanceof ContentLengthExceededException) {
        throw tooLarge(accepted);
      }
      throw e;
    } catch (RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  private static void copy(InputStream in, OutputStream out, Accepted accepted) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    int count;
    while ((count = in.read(buffer)) >= 0) {
      total += count;
      if (total > accepted.bytes()) {
        drain(in);
        throw tooLarge(accepted);
      }
      out.write(buffer, 0, count);
    }
  }

  /**
   * Reads what is still coming and throws it away: a server that answers and closes while bytes are
   * under way resets the connection, and the sender never reads why (RFC 9112, section 9.6). Who
   * sends without end is cut off.
   */
  static void drain(InputStream body) {
    try {
      byte[] buffer = new byte[1 << 16];
      long total = 0;
      for (int read = 0; read >= 0 && total < MOST_DRAINED; read = body.read(buffer)) {
        total += read;
      }
    } catch (IOException e) {
      // The sender went away, or sends without end: the answer is the same.
    }
  }

  /** Of a body without end the rest is not read: the connection cannot serve another request. */
  static ProblemException tooLarge(Accepted accepted) {
    return new ProblemException(
        ProblemType.TOO_LARGE,
        "Un dépôt a %d Mo au plus ; %s.".formatted(accepted.megabytes(), accepted.advice()),
        List.of(),
        Map.of("Connection", "close"));
  }

  /** How the name of the file ends, from its dot on. */
  String extension() {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.'));
  }

  /** How the name of what is sent ends. */
  static String extension(HttpRequest<?> request, Accepted accepted) {
    Optional<MediaType> type = request.getContentType();
    boolean readable =
        type.flatMap(MediaType::getCharset).map(CHARSETS::contains).orElse(true)
            && request.getHeaders().get("Content-Encoding") == null;
    return type.filter(each -> readable)
        .flatMap(each -> Optional.ofNullable(accepted.endings().get(each.getName())))
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "%s est de type %s, en UTF-8 ou ISO-8859-15, non compressé."
                    .formatted(
                        accepted.what(),
                        accepted.endings().keySet().stream()
                            .sorted()
                            .collect(Collectors.joining(" ou ")))));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.toAbsolutePath().getParent());
  }
}
