package fr.passerelle.catalog.harvest.web;

import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one source, page by page. A page has a largest size and a latest end; every address, that of
 * a redirect too, is looked at before it is asked; what may pass is tried again.
 */
public final class SourceClient implements AutoCloseable {
  private static final int ATTEMPTS = 4;
  private static final int REDIRECTS = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final HarvestSource source;
  private final Pause pause;
  private final HttpClient http;

  /**
   * @param pause how to wait before one more attempt
   */
  public SourceClient(HarvestSource source, Pause pause) {
    this.source = source;
    this.pause = pause;
    http =
        HttpClient.newBuilder()
            .connectTimeout(source.network().timeout())
            // Followed here, each address looked at.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** An answer that may be another one later. */
  private static final class PassingException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Duration wait;

    PassingException(String message, Duration wait) {
      super(message);
      this.wait = wait;
    }
  }

  /**
   * The page at an address.
   *
   * @param accept media types wanted
   * @throws RefusedException if the source cannot or must not be asked, or answers nothing usable
   */
  public Answer get(String url, String accept) {
    URI uri = Address.parse(source.code(), url);
    for (int attempt = 1; ; attempt++) {
      try {
        return follow(uri, accept);
      } catch (PassingException e) {
        if (attempt == ATTEMPTS) {
          throw RefusedException.of(
              source.code(),
              "source",
              "%s, après %d essais ; reprendre plus tard, la moisson continuera d'où elle en est"
                  .formatted(e.getMessage(), attempt));
        }
        Duration usual = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
        pause.last(e.wait.compareTo(usual) > 0 ? e.wait : usual);
      }
    }
  }

  private Answer follow(URI start, String accept) throws PassingException {
    URI uri = start;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      Address.check(source.code(), uri, source.network().isPrivate());
      HttpResponse<byte[]> response = ask(uri, accept);
      int status = response.statusCode();
      if (status == 200) {
        return answer(uri, response);
      }
      if (status < 301 || status > 308 || response.headers().firstValue("Location").isEmpty()) {
        throw refusal(uri, response);
      }
      uri = resolve(uri, response.headers().firstValue("Location").orElseThrow());
    }
    throw RefusedException.of(
        source.code(), "redirect", "plus de %d redirections depuis %s".formatted(REDIRECTS, start));
  }

  /** The address that a page at that one means (RFC 3986, 5.2), its query alone included. */
  public URI resolve(URI page, String told) {
    if (told.startsWith("?")) {
      // As java.net.URI resolves it, the last part of the path would be lost.
      return Address.parse(source.code(), page.toString().replaceFirst("[?#].*", "") + told);
    }
    return page.resolve(Address.parse(source.code(), told));
  }

  private Answer answer(URI uri, HttpResponse<byte[]> response) {
    response
        .headers()
        .firstValue("Content-Encoding")
        .filter(coding -> !coding.equals("identity"))
        .ifPresent(coding -> {
          throw RefusedException.of(
              source.code(),
              "content-encoding",
              "la source répond en « " + coding + " », qui n'a pas été demandé");
        });
    String type = Answer.type(response.headers().firstValue("Content-Type").orElse(""));
    return new Answer(uri, type, response.body());
  }

  private HttpResponse<byte[]> ask(URI uri, String accept) throws PassingException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(source.network().timeout())
            .header("Accept", accept)
            .header("User-Agent", "Passerelle-harvester/1.0")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), source.network().bytes()));
    try {
      // The timeout of a request ends with its headers: this one holds to the last byte.
      return answer.get(source.network().timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new PassingException(
          "pas de réponse entière en %d s".formatted(source.network().timeout().toSeconds()),
          Duration.ZERO);
    } catch (ExecutionException e) {
      throw broken(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("moissonnage interrompu", e);
    }
  }

  private PassingException broken(@Nullable Throwable cause) {
    String message = cause == null ? "" : String.valueOf(cause.getMessage());
    if (cause instanceof IOException && message.contains("capacity")) {
      throw RefusedException.of(
          source.code(),
          "size",
          "une page de plus de %d Mo ; l'admettre dans le profil (megabytes) si elle est voulue"
              .formatted(source.network().bytes() >> 20));
    }
    if (cause instanceof HttpTimeoutException) {
      message = "pas de réponse en " + source.network().timeout().toSeconds() + " s";
    }
    return new PassingException("connexion rompue ou impossible (" + message + ")", Duration.ZERO);
  }

  /** What a status means: something that passes, or that a person has to mend. */
  private RefusedException refusal(URI uri, HttpResponse<byte[]> response) throws PassingException {
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      throw new PassingException("la source répond " + status, retryAfter(response));
    }
    return RefusedException.of(
        source.code(),
        "source",
        "la source répond %d à %s ; vérifier l'adresse dans le profil".formatted(status, uri));
  }

  /** In seconds only: a date depends on a clock that is not ours. */
  private static Duration retryAfter(HttpResponse<byte[]> response) {
    String told = response.headers().firstValue("Retry-After").orElse("").strip();
    Duration wait =
        told.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(told)) : Duration.ZERO;
    return wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
