package fr.passerelle.api.web;

import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.vocab.source.SourceFile;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;

/** The one style sheet: its name holds its hash, so that it may be kept for ever. */
@Controller
final class Style {
  private static final byte[] BYTES = read();
  private static final String HASH =
      HexFormat.of().formatHex(SourceFile.digest().digest(BYTES), 0, 8);

  /** Its address. */
  static final String PATH = "/assets/passerelle-" + HASH + ".css";

  private static byte[] read() {
    try (InputStream in =
        Objects.requireNonNull(Style.class.getResourceAsStream("passerelle.css"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Get("/assets/passerelle-{hash}.css")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> style(HttpRequest<?> request, String hash) {
    if (!hash.equals(HASH)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "La feuille de style est à " + PATH);
    }
    String etag = '"' + HASH + '"';
    return (Negotiation.matches(request, etag)
            ? HttpResponse.<byte[]>notModified()
            : HttpResponse.ok(BYTES).contentType("text/css; charset=utf-8"))
        .header("ETag", etag)
        .header("Cache-Control", "public, max-age=31536000, immutable");
  }
}
