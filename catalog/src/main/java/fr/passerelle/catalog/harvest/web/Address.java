package fr.passerelle.catalog.harvest.web;

import fr.passerelle.vocab.RefusedException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an address may be asked: http or https, and not of a private network, whatever its
 * name says.
 */
final class Address {
  private Address() {}

  static URI parse(String place, String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw RefusedException.of(place, "url", "« " + text.strip() + " » n'est pas une adresse");
    }
  }

  /**
   * Refuses what must not be asked.
   *
   * @param place what is harvested, for messages
   * @param isPrivate whether private networks are meant
   * @param names what names of hosts stand for
   */
  static void check(String place, URI uri, boolean isPrivate, Names names) {
    @Nullable String scheme = uri.getScheme();
    @Nullable String host = uri.getHost();
    if (scheme == null || !scheme.toLowerCase(Locale.ROOT).matches("https?") || host == null) {
      throw RefusedException.of(
          place, "url", "« " + uri + " » : une adresse http ou https est attendue");
    }
    if (uri.getRawUserInfo() != null) {
      throw RefusedException.of(place, "url", "une adresse ne porte pas de mot de passe");
    }
    if (!isPrivate) {
      resolve(place, host, isPrivate, names);
    }
  }

  /**
   * The addresses of a host, each looked at: connecting to these, whatever the name stands for a
   * moment later, is connecting to what was looked at.
   *
   * @throws RefusedException if one is of a private network, unless these are meant
   */
  static InetAddress[] resolve(String place, String host, boolean isPrivate, Names names) {
    InetAddress[] all;
    try {
      all = names.resolve(host);
    } catch (UnknownHostException e) {
      throw RefusedException.of(
          place, "unknown-host", "« " + host + " » n'a pas d'adresse ; vérifier son nom");
    }
    if (!isPrivate && Arrays.stream(all).anyMatch(Address::isPrivate)) {
      throw RefusedException.of(
          place,
          "private-network",
          "« %s » mène à un réseau privé ; si c'est voulu, le dire dans le profil : sources, privateNetwork: true"
              .formatted(host));
    }
    return all;
  }

  /** Whether it is of no public network (RFC 6890). */
  static boolean isPrivate(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address v4 -> isPrivate4(bytes);
      case Inet6Address v6 -> isPrivate6(bytes);
      default -> true;
    };
  }

  private static boolean isPrivate4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean shared = first == 100 && (second & 0xc0) == 64;
    boolean protocol = first == 192 && second == 0 && (bytes[2] & 0xff) == 0;
    boolean benchmark = first == 198 && (second & 0xfe) == 18;
    return first == 0 || first >= 240 || shared || protocol || benchmark;
  }

  /** Unique local addresses, and those that carry one of IPv4: 6to4, NAT64. */
  private static boolean isPrivate6(byte[] bytes) {
    int first = bytes[0] & 0xff;
    boolean local = (first & 0xfe) == 0xfc;
    boolean sixToFour = first == 0x20 && (bytes[1] & 0xff) == 0x02;
    boolean nat64 = first == 0 && (bytes[1] & 0xff) == 0x64;
    boolean mapped = first == 0 && bytes[1] == 0 && bytes[2] == 0;
    return local || sixToFour || nat64 || mapped;
  }
}
