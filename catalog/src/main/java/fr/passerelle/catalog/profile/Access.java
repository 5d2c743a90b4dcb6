package fr.passerelle.catalog.profile;

import java.util.List;
import java.util.Optional;

/**
 * Who may ask how much, and whose word is taken for who asks.
 *
 * @param perMinute points a minute of an address without key, a usual request being one point; 0
 *     for no limit. An IPv6 network of 64 bits is one address
 * @param perMinuteOfKeys the same for a key that has no number of its own
 * @param proxies addresses and networks of proxies whose {@code X-Forwarded-For} is believed
 * @param operators who vouches for operators, besides the keys of this installation
 */
public record Access(
    int perMinute, int perMinuteOfKeys, List<String> proxies, Optional<OperatorIssuer> operators) {
  /** What holds where a profile says nothing. */
  public static final Access USUAL = new Access(6_000, 60_000, List.of(), Optional.empty());

  public Access {
    proxies = List.copyOf(proxies);
  }

  /** The same with that many points a minute for an address without key. */
  public Access withPerMinute(int other) {
    return new Access(other, perMinuteOfKeys, proxies, operators);
  }
}
