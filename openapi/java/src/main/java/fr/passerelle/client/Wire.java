package fr.passerelle.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One attempt over the network, bounded in time from its first byte to its last. */
final class Wire {
  private final HttpClient client;

  Wire(HttpClient client) {
    this.client = client;
  }

  Reply exchange(HttpRequest request, Duration within, @Nullable Path file) throws IOException {
    HttpResponse<byte[]> response = await(client.sendAsync(request, into(file)), within);
    byte[] body = response.body();
    boolean gzip = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    return new Reply(
        response.statusCode(),
        response.headers(),
        gzip ? unzip(body) : body,
        /* unchanged= */ false);
  }

  /** A file holds what was asked for, never a problem. */
  private static HttpResponse.BodyHandler<byte[]> into(@Nullable Path file) {
    return head ->
        file == null || head.statusCode() != 200
            ? BodySubscribers.ofByteArray()
            : BodySubscribers.mapping(BodySubscribers.ofFile(file), written -> new byte[0]);
  }

  /** The timeout of {@link HttpRequest} ends with the headers; this one covers the body. */
  private static <T> T await(CompletableFuture<T> exchange, Duration within) throws IOException {
    try {
      return exchange.get(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new HttpTimeoutException("timed out");
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while waiting for an answer");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }
  }

  private static byte[] unzip(byte[] body) throws IOException {
    if (body.length == 0) {
      return body;
    }
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return plain.readAllBytes();
    }
  }
}
