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
import org.jspecify.annotations.Nullable;

/**
 * The body of a deposit as a file on disk, which goes when it is closed.
 *
 * @param file the file, named after its kind so that messages name it
 */
record Upload(Path file) implements AutoCloseable {
  /** In bytes. */
  private static final long LARGEST = 20L << 20;

  /** What the readers tell apart from the bytes themselves. */
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          Charset.forName("ISO-8859-15"));

  static Upload of(HttpRequest<?> request, DepositKind kind, @Nullable InputStream body)
      throws IOException {
    String extension = extension(request, kind);
    Path folder = Files.createTempDirectory("passerelle-depot");
    Upload upload = new Upload(folder.resolve("depot." + extension));
    try (OutputStream out = Files.newOutputStream(upload.file())) {
      copy(body == null ? InputStream.nullInputStream() : body, out);
      return upload;
    } catch (IOException e) {
      upload.close();
      // The server counts too, and says so while we read.
      if (e.getCause() instanceof ContentLengthExceededException) {
        throw tooLarge();
      }
      throw e;
    } catch (RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    int count;
    while ((count = in.read(buffer)) >= 0) {
      total += count;
      if (total > LARGEST) {
        drain(in);
        throw tooLarge();
      }
      out.write(buffer, 0, count);
    }
  }

  /**
   * Reads what is still coming and throws it away: a server that answers and closes while bytes are
   * under way resets the connection, and the sender never reads why (RFC 9112, section 9.6). Beyond
   * what the server reads of any request it gives up.
   */
  private static void drain(InputStream body) {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The sender went away, or sends without end: the answer is the same.
    }
  }

  /** Of a body without end the rest is not read: the connection cannot serve another request. */
  private static ProblemException tooLarge() {
    return new ProblemException(
        ProblemType.TOO_LARGE,
        "Un dépôt a 20 Mo au plus ; le découper en éditions.",
        List.of(),
        Map.of("Connection", "close"));
  }

  private static String extension(HttpRequest<?> request, DepositKind kind) {
    Optional<MediaType> type = request.getContentType();
    boolean readable =
        type.flatMap(MediaType::getCharset).map(CHARSETS::contains).orElse(true)
            && request.getHeaders().get("Content-Encoding") == null;
    return type.filter(each -> readable)
        .flatMap(each -> kind.extension(each.getName()))
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "Un dépôt kind=%s est de type %s, en UTF-8 ou ISO-8859-15, non compressé."
                    .formatted(kind.id(), String.join(" ou ", kind.mediaTypes()))));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.toAbsolutePath().getParent());
  }
}
