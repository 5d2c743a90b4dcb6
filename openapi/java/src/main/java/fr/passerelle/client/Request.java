package fr.passerelle.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being put together, and can be sent any number of times.
 *
 * <p>It is not safe to change it in one thread while another sends it.
 *
 * @param <T> what is answered
 * @param <R> the request itself
 */
public abstract class Request<T, R extends Request<T, R>> {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final Transport transport;
  private final String method;
  private final String template;
  private final Map<String, String> path;
  private final Class<T> type;
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Map<String, String> form = new LinkedHashMap<>();
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private @Nullable Body body;
  private Duration timeout;

  Request(
      Transport transport,
      String method,
      String template,
      Map<String, String> path,
      Class<T> type) {
    this.transport = transport;
    this.method = method;
    this.template = template;
    this.path = path;
    this.type = type;
    this.timeout = transport.timeout();
  }

  /** The request, as what it is. */
  abstract R self();

  final R query(String name, Object value) {
    query.put(name, value.toString());
    return self();
  }

  final R form(String name, Object value) {
    form.put(name, value.toString());
    return self();
  }

  final R body(Body sent) {
    body = sent;
    return self();
  }

  final R json(Object value) {
    return body(transport.codec().write(value));
  }

  /**
   * Sets a header. One that is called {@code Idempotency-Key} lets the request be tried again by
   * itself.
   */
  public final R header(String name, String value) {
    headers.put(name, value);
    return self();
  }

  /** How long an answer may take, all attempts included; by default what the client says. */
  public final R timeout(Duration longest) {
    timeout = longest;
    return self();
  }

  /**
   * Sends the request and gives what is answered.
   *
   * @throws ProblemException when the service refuses it
   * @throws UnreachableException when there is no answer, or none in time
   * @throws UnexpectedAnswerException when the answer is not one of a Passerelle
   * @throws java.util.concurrent.CancellationException when the thread is interrupted
   */
  public T send() {
    return answer().value();
  }

  /** What is answered, empty where the service has no such thing (404). */
  public Optional<T> find() {
    try {
      return Optional.ofNullable(send());
    } catch (ProblemException e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Sends the request and gives the answer with its status, headers and bytes. */
  public final Answer<T> answer() {
    return new Answer<>(transport.send(call(query, null)), transport.codec(), type);
  }

  /** Sends the request and gives the body as text: for the formats that are not JSON. */
  public final String text() {
    return answer().text();
  }

  /**
   * Sends the request and writes the body into a file, which is replaced when all of it is there.
   *
   * @throws UncheckedIOException when the file cannot be written
   */
  public final Path download(Path file) {
    try {
      Path whole = file.toAbsolutePath();
      Path part = Files.createTempFile(whole.getParent(), whole.getFileName().toString(), ".part");
      try {
        transport.send(call(query, part));
        return Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends the request in the background. Cancelling the result ends the exchange. The request may
   * be changed and sent again meanwhile.
   */
  public final CompletableFuture<T> sendAsync() {
    Call call = call(query, null);
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(
                    new Answer<>(transport.send(call), transport.codec(), type).value());
              } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
              }
            },
            "passerelle-client");
    thread.setDaemon(true);
    var unused =
        result.whenComplete((value, failure) -> {
          if (result.isCancelled()) {
            thread.interrupt();
          }
        });
    thread.start();
    return result;
  }

  final Map<String, String> queried() {
    return query;
  }

  /** What is answered to the request with other parameters. */
  final T sendWith(Map<String, String> parameters) {
    return new Answer<>(transport.send(call(parameters, null)), transport.codec(), type).value();
  }

  private Call call(Map<String, String> parameters, @Nullable Path file) {
    @Nullable Body sent =
        form.isEmpty() ? body : Body.of(Addresses.form(form), "application/x-www-form-urlencoded");
    return new Call(
        method,
        transport.address(template, path, parameters),
        Map.copyOf(headers),
        sent,
        timeout,
        file);
  }
}
