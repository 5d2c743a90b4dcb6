package fr.passerelle.catalog.harvest.web;

import java.net.ProxySelector;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.util.Timeout;

/** Connections to a host of the profile, every address of which is looked at before it is used. */
public final class CheckedConnections {
  private CheckedConnections() {}

  /**
   * A client that follows no redirect, tries nothing again, and keeps nothing between requests.
   *
   * @param place what is asked, for messages
   * @param url its address
   * @param isPrivate whether private networks are meant
   * @param timeout of each silence
   * @param agent who asks
   */
  public static CloseableHttpClient client(
      String place, String url, boolean isPrivate, Duration timeout, String agent) {
    return client(place, url, isPrivate, timeout, Names.SYSTEM, agent);
  }

  static CloseableHttpClient client(
      String place, String url, boolean isPrivate, Duration timeout, Names names, String agent) {
    Timeout silence = Timeout.of(timeout);
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedNames(place, url, isPrivate, names))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(silence)
                    .setSocketTimeout(silence)
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
        // Followed and tried again by who asks, each address looked at.
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .setUserAgent(agent)
        .build();
  }
}
