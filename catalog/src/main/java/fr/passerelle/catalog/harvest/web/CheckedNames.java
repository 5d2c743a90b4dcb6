package fr.passerelle.catalog.harvest.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the names to which connections are made, and looks at what they stand for at that very
 * moment: a name that means another address a second later (DNS rebinding) gains nothing.
 */
final class CheckedNames implements DnsResolver {
  private final String place;
  private final String url;
  private final boolean isPrivate;
  private final Names names;

  /**
   * @param place what is asked, for messages
   * @param url its address
   * @param isPrivate whether private networks are meant
   */
  CheckedNames(String place, String url, boolean isPrivate, Names names) {
    this.place = place;
    this.url = url;
    this.isPrivate = isPrivate;
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return isProxy(host) ? names.resolve(host) : Address.resolve(place, host, isPrivate, names);
  }

  /** A proxy that the installation uses is often private, and meant. */
  private boolean isProxy(String host) {
    return ProxySelector.getDefault().select(URI.create(url)).stream()
        .map(Proxy::address)
        .anyMatch(
            each -> each instanceof InetSocketAddress proxy && proxy.getHostString().equals(host));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
