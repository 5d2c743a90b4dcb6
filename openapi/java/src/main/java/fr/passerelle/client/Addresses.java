package fr.passerelle.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses and forms, in which anything but unreserved characters is escaped (RFC 3986). */
final class Addresses {
  private Addresses() {}

  /** The address of the service, without final slash. */
  static String base(String address) {
    URI uri = URI.create(address);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "Not the address of a service, e.g. https://donnees.example.org: " + address);
    }
    return address.replaceFirst("/+$", "");
  }

  static URI of(String base, String template, Map<String, String> path, Map<String, String> query) {
    String filled = template;
    for (Map.Entry<String, String> each : path.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", escape(each.getValue()));
    }
    return URI.create(base + filled + (query.isEmpty() ? "" : "?" + form(query)));
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> escape(each.getKey()) + "=" + escape(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
