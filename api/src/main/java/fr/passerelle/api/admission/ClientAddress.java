package fr.passerelle.api.admission;

import fr.passerelle.api.Instance;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Where a request comes from. The sender of a header may write what it likes: {@code
 * X-Forwarded-For} is read only where a proxy of the profile wrote it, from its end to the first
 * address that is no such proxy.
 */
@Singleton
final class ClientAddress {
  /** A chain of more proxies is no honest one. */
  private static final int MOST_HOPS = 20;

  private final List<IpSubnetFilterRule> proxies;

  @Inject
  ClientAddress(Instance instance) {
    this(instance.profile().access().proxies());
  }

  ClientAddress(List<String> proxies) {
    this.proxies = proxies.stream().map(ClientAddress::network).toList();
  }

  private static IpSubnetFilterRule network(String text) {
    int slash = text.indexOf('/');
    InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int bits =
        slash < 0 ? address.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
    return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
  }

  /**
   * The client of a request.
   *
   * @param peer other end of the connection
   * @param forwarded values of {@code X-Forwarded-For}, in their order
   */
  InetAddress of(InetAddress peer, List<String> forwarded) {
    if (proxies.isEmpty() || forwarded.isEmpty() || !isProxy(peer)) {
      return peer;
    }
    String[] hops = String.join(",", forwarded).split(",", -1);
    InetAddress client = peer;
    for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
      Optional<InetAddress> hop = parse(hops[i].strip());
      if (hop.isEmpty()) {
        return client;
      }
      client = hop.get();
      if (!isProxy(client)) {
        return client;
      }
    }
    return client;
  }

  private boolean isProxy(InetAddress address) {
    InetSocketAddress any = new InetSocketAddress(address, 0);
    return proxies.stream().anyMatch(each -> each.matches(any));
  }

  /** A literal, perhaps with a port; a name is never looked up. */
  private static Optional<InetAddress> parse(String hop) {
    String literal = hop;
    if (hop.startsWith("[") && hop.contains("]")) {
      literal = hop.substring(1, hop.indexOf(']'));
    } else if (hop.indexOf(':') >= 0 && hop.indexOf(':') == hop.lastIndexOf(':')) {
      literal = hop.substring(0, hop.indexOf(':'));
    }
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A number for all addresses that count as one: an IPv4 address, or the network of 64 bits of an
   * IPv6 one, of which its holder has all (RFC 6177).
   */
  static long party(InetAddress address) {
    byte[] bytes = address.getAddress();
    // What no IPv6 network in use begins with keeps the two kinds apart.
    return bytes.length == 4
        ? 0xFFFF_FFFF_0000_0000L | (ByteBuffer.wrap(bytes).getInt() & 0xFFFF_FFFFL)
        : ByteBuffer.wrap(bytes).getLong();
  }
}
