package fr.passerelle.catalog.harvest.web;

import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Asks one source, page by page. A page has a largest size and a latest end; every address, that of
 * a redirect too, is looked at before it is asked; what may pass is tried again.
 */
public final class SourceClient implements AutoCloseable {
  private static final String LINK = "Link";
  private static final int ATTEMPTS = 4;
  private static final int REDIRECTS = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final HarvestSource source;
  private final Pause pause;
  private final Names names;
  private final CloseableHttpClient http;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param pause how to wait before one more attempt
   */
  public SourceClient(HarvestSource source, Pause pause) {
    this(source, pause, Names.SYSTEM);
  }

  SourceClient(HarvestSource source, Pause pause, Names names) {
    this.source = source;
    this.pause = pause;
    this.names = names;
    http =
        CheckedConnections.client(
            source.code(),
            source.url(),
            source.network().isPrivate(),
            source.network().timeout(),
            names,
            "Passerelle-harvester/1.0");
  }

  /** What a source answered, whatever it is. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  private record Reply(int status, Function<String, String> header, byte[] body) {}

  /** A page that is larger than admitted. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
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
      Address.check(source.code(), uri, source.network().isPrivate(), names);
      Reply reply = ask(uri, accept);
      if (reply.status() == 200) {
        return answer(uri, reply);
      }
      String location = reply.header().apply("Location");
      if (reply.status() < 301 || reply.status() > 308 || location.isEmpty()) {
        throw refusal(uri, reply);
      }
      uri = resolve(uri, location);
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

  private Answer answer(URI uri, Reply reply) {
    String coding = reply.header().apply("Content-Encoding");
    if (!coding.isEmpty() && !coding.equals("identity")) {
      throw RefusedException.of(
          source.code(),
          "content-encoding",
          "la source répond en « " + coding + " », qui n'a pas été demandé");
    }
    return new Answer(
        uri,
        Answer.type(reply.header().apply("Content-Type")),
        reply.body(),
        Answer.next(reply.header().apply(LINK)));
  }

  private Reply ask(URI uri, String accept) throws PassingException {
    HttpGet request = new HttpGet(uri);
    request.setHeader("Accept", accept);
    Future<Reply> reply = requests.submit(() -> http.execute(request, this::reply));
    try {
      // The timeouts of a client are those of a silence: this one holds to the last byte.
      return reply.get(source.network().timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      request.cancel();
      throw new PassingException(
          "pas de réponse entière en %d s".formatted(source.network().timeout().toSeconds()),
          Duration.ZERO);
    } catch (ExecutionException e) {
      request.cancel();
      throw broken(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      request.cancel();
      throw new IllegalStateException("moissonnage interrompu", e);
    }
  }

  private Reply reply(ClassicHttpResponse response) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header each : response.getHeaders()) {
      String value = String.valueOf(each.getValue());
      if (each.getName().equalsIgnoreCase(LINK)) {
        headers.merge(LINK, value, (one, other) -> one + ", " + other);
      } else {
        headers.putIfAbsent(each.getName(), value);
      }
    }
    byte[] body = new byte[0];
    if (response.getEntity() != null) {
      int most = source.network().bytes();
      InputStream in = response.getEntity().getContent();
      body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw new TooLargeException();
      }
    }
    return new Reply(response.getCode(), name -> headers.getOrDefault(name, ""), body);
  }

  private PassingException broken(@Nullable Throwable cause) {
    if (cause instanceof RefusedException refused) {
      throw refused;
    }
    String message = cause == null ? "" : String.valueOf(cause.getMessage());
    if (cause instanceof TooLargeException) {
      throw RefusedException.of(
          source.code(),
          "size",
          "une page de plus de %d Mo ; l'admettre dans le profil (megabytes) si elle est voulue"
              .formatted(source.network().bytes() >> 20));
    }
    if (cause instanceof InterruptedIOException) {
      message = "pas de réponse en " + source.network().timeout().toSeconds() + " s";
    }
    return new PassingException("connexion rompue ou impossible (" + message + ")", Duration.ZERO);
  }

  /** What a status means: something that passes, or that a person has to mend. */
  private RefusedException refusal(URI uri, Reply reply) throws PassingException {
    int status = reply.status();
    if (status == 429 || status >= 500) {
      throw new PassingException("la source répond " + status, retryAfter(reply));
    }
    return RefusedException.of(
        source.code(),
        "source",
        "la source répond %d à %s ; vérifier l'adresse dans le profil".formatted(status, uri));
  }

  /** In seconds only: a date depends on a clock that is not ours. */
  private static Duration retryAfter(Reply reply) {
    String told = reply.header().apply("Retry-After").strip();
    Duration wait =
        told.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(told)) : Duration.ZERO;
    return wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
  }

  @Override
  public void close() {
    http.close(CloseMode.IMMEDIATE);
    requests.shutdownNow();
  }
}
