package fr.passerelle.api.admission;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.passerelle.api.http.Credentials;
import fr.passerelle.vocab.source.SourceFile;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whose points a request takes: those of its key where it bears a valid one, else those of its
 * address. It may be asked on an event loop: it never waits.
 *
 * <p>Which keys are valid is remembered half a minute, by the digest of what was sent, and for this
 * only: what a key allows is looked up each time.
 */
@Singleton
public final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
  private static final Duration REMEMBERED = Duration.ofSeconds(30);
  private static final int MOST_REMEMBERED = 10_000;

  /** What bears a key that is none costs us a look into the database. */
  private static final int FALSE_KEY = 10;

  private static final int LONGEST = 8_000;

  private final ClientAddress addresses;
  private final RateLimits limits;
  private final Credentials credentials;
  private final Semaphore lookUps = new Semaphore(32);
  private final AsyncCache<String, Optional<Holder>> holders =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterWrite(REMEMBERED)
          .executor(task -> Thread.ofVirtual().name("credentials").start(task))
          .buildAsync();

  Admission(ClientAddress addresses, RateLimits limits, Credentials credentials) {
    this.addresses = addresses;
    this.limits = limits;
    this.credentials = credentials;
  }

  private record Holder(String id, int perMinute) {}

  /**
   * The standing of who sent a request, of which nothing is taken yet.
   *
   * @param peer other end of the connection
   * @param headers all values of a header of the request
   */
  public CompletableFuture<Standing> of(
      InetSocketAddress peer, Function<String, List<String>> headers) {
    Standing address = limits.ofAddress(party(peer, headers));
    List<String> sent = headers.apply("Authorization");
    if (sent.isEmpty()) {
      return CompletableFuture.completedFuture(address);
    }
    if (sent.size() > 1 || sent.getFirst().length() > LONGEST) {
      return CompletableFuture.completedFuture(charged(address));
    }
    return ofHolder(sent.getFirst(), address);
  }

  private long party(InetSocketAddress peer, Function<String, List<String>> headers) {
    InetAddress end =
        Optional.ofNullable(peer.getAddress()).orElse(InetAddress.getLoopbackAddress());
    return ClientAddress.party(addresses.of(end, headers.apply("X-Forwarded-For")));
  }

  private CompletableFuture<Standing> ofHolder(String sent, Standing address) {
    String digest = digest(sent);
    CompletableFuture<Optional<Holder>> known = holders.getIfPresent(digest);
    if (known == null) {
      // Nobody makes us look things up faster than it may ask.
      if ((address.isLimited() && address.remaining() == 0) || !lookUps.tryAcquire()) {
        return CompletableFuture.completedFuture(address);
      }
      known =
          holders
              .get(digest, any -> lookUp(sent))
              .whenComplete((holder, failure) -> lookUps.release());
    }
    return known.handle((holder, failure) ->
        failure != null
            ? address
            : holder
                .map(each -> limits.ofHolder(each.id(), each.perMinute()))
                .orElseGet(() -> charged(address)));
  }

  private Optional<Holder> lookUp(String sent) {
    try {
      return credentials
          .find(sent)
          .map(each -> new Holder(each.signature().means(), each.perMinute()));
    } catch (RuntimeException e) {
      LOG.debug("no standing of a key", e);
      return Optional.empty();
    }
  }

  private static Standing charged(Standing address) {
    address.charge(FALSE_KEY);
    return address;
  }

  /** What was sent is a secret: it is not what memory is asked by. */
  private static String digest(String sent) {
    return HexFormat.of()
        .formatHex(SourceFile.digest().digest(sent.getBytes(StandardCharsets.UTF_8)));
  }
}
