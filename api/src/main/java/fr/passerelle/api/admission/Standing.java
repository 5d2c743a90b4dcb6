package fr.passerelle.api.admission;

import io.github.bucket4j.Bucket;
import io.micronaut.http.HttpRequest;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a party stands with its limit, now and not when this was made.
 *
 * <p>A request is one point when it comes in. What turns out to be costly charges more afterwards:
 * the answer is given, and the party waits the longer before it gets another.
 */
public final class Standing {
  /** That of a party without limit. */
  static final Standing UNLIMITED = new Standing("", 0, null);

  private static final String ATTRIBUTE = "fr.passerelle.standing";

  private final String policy;
  private final int perMinute;
  private final @Nullable Bucket bucket;

  Standing(String policy, int perMinute, @Nullable Bucket bucket) {
    this.policy = policy;
    this.perMinute = perMinute;
    this.bucket = bucket;
  }

  /** Standing of who sent that request; without limit where nobody looked. */
  public static Standing of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Standing.class).orElse(UNLIMITED);
  }

  void note(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Takes a point; false where there is none left. */
  public boolean take() {
    return bucket == null || bucket.tryConsume(1);
  }

  /** Takes more for what was costly, even where it makes a debt. */
  public void charge(long points) {
    if (bucket != null && points > 0) {
      bucket.consumeIgnoringRateLimits(Math.min(points, perMinute));
    }
  }

  /** Whether the party has a limit at all. */
  public boolean isLimited() {
    return bucket != null;
  }

  /** Points a minute; 0 for no limit. */
  public int limit() {
    return perMinute;
  }

  /** Points that are left; never below 0. */
  public long remaining() {
    return bucket == null ? 0 : Math.max(0, bucket.getAvailableTokens());
  }

  /** Seconds until all points are there again. */
  public long reset() {
    long missing = bucket == null ? 0 : perMinute - bucket.getAvailableTokens();
    return seconds(missing);
  }

  /** Seconds until there is a point again, 1 at least. */
  long retryAfter() {
    long nanos = bucket == null ? 0 : bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    return Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
  }

  private long seconds(long points) {
    return perMinute == 0
        ? 0
        : Math.ceilDiv(Math.max(0, points) * RateLimits.WINDOW.toSeconds(), perMinute);
  }

  /**
   * The fields that tell it: those of the current draft of the IETF
   * (draft-ietf-httpapi-ratelimit-headers-10) and the three of its earlier ones, which clients
   * know.
   */
  public void tell(BiConsumer<String, String> fields) {
    if (bucket == null) {
      return;
    }
    String left = Long.toString(remaining());
    String reset = Long.toString(reset());
    fields.accept("RateLimit-Policy", '"' + policy + "\";q=" + perMinute + ";w=60");
    fields.accept("RateLimit", '"' + policy + "\";r=" + left + ";t=" + reset);
    fields.accept("RateLimit-Limit", Integer.toString(perMinute));
    fields.accept("RateLimit-Remaining", left);
    fields.accept("RateLimit-Reset", reset);
  }
}
