package fr.passerelle.api.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.passerelle.api.Instance;
import fr.passerelle.catalog.profile.Access;
import io.github.bucket4j.Bucket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How much each party has asked of late: a bucket of points for every address and key, filled
 * steadily, so that a minute's worth may be asked at once.
 *
 * <p>Memory is bounded: of more parties than it holds, those that asked least of late are forgotten
 * and begin anew. A bucket that nobody touched for as long as it takes to fill is as good as new.
 */
@Singleton
public final class RateLimits {
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_PARTIES = 100_000;

  private final Access access;
  private final Cache<Object, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_PARTIES)
          .expireAfterAccess(WINDOW.multipliedBy(2))
          .build();

  @Inject
  RateLimits(Instance instance) {
    this(instance.profile().access());
  }

  RateLimits(Access access) {
    this.access = access;
  }

  /** The standing of an address that bears no key, before anything is taken. */
  Standing ofAddress(long party) {
    return of("anonymous", party, access.perMinute());
  }

  /**
   * The standing of a key or an operator.
   *
   * @param id by which it is told from others
   * @param perMinute points a minute; 0 for as many as every key
   */
  Standing ofHolder(String id, int perMinute) {
    return of("key", id, perMinute > 0 ? perMinute : access.perMinuteOfKeys());
  }

  private Standing of(String policy, Object party, int perMinute) {
    return perMinute == 0
        ? Standing.UNLIMITED
        : new Standing(policy, perMinute, buckets.get(party, any -> bucket(perMinute)));
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
        .build();
  }
}
