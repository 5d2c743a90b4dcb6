package fr.passerelle.catalog.harvest.web;

import fr.passerelle.catalog.profile.HarvestSource;
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
  private final HarvestSource source;
  private final Names names;

  CheckedNames(HarvestSource source, Names names) {
    this.source = source;
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return isProxy(host)
        ? names.resolve(host)
        : Address.resolve(source.code(), host, source.network().isPrivate(), names);
  }

  /** A proxy that the installation uses is often private, and meant. */
  private boolean isProxy(String host) {
    return ProxySelector.getDefault().select(URI.create(source.url())).stream()
        .map(Proxy::address)
        .anyMatch(
            each -> each instanceof InetSocketAddress proxy && proxy.getHostString().equals(host));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
