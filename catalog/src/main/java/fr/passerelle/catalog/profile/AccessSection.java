package fr.passerelle.catalog.profile;

import fr.passerelle.catalog.key.Scope;
import fr.passerelle.catalog.yaml.Section;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a profile that says who may ask how much. */
final class AccessSection {
  private static final String NUMBER = "0|[1-9]\\d{0,6}";
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private AccessSection() {}

  /** What is said under {@code access}; the usual where nothing is. */
  static Access read(Section root) {
    if (!root.has("access")) {
      return Access.USUAL;
    }
    Section said = root.section("access");
    Access access =
        new Access(
            number(said, "perMinute", Access.USUAL.perMinute()),
            number(said, "keyPerMinute", Access.USUAL.perMinuteOfKeys()),
            said.has("proxies") ? proxies(said) : List.of(),
            said.has("operators")
                ? Optional.of(issuer(said.section("operators")))
                : Optional.empty());
    said.refuseUnknown();
    return access;
  }

  private static int number(Section said, String key, int usual) {
    return said.optional(key, NUMBER)
        .filter(text -> !text.isEmpty())
        .map(Integer::valueOf)
        .orElse(usual);
  }

  private static List<String> proxies(Section said) {
    List<String> proxies = said.list("proxies");
    proxies.stream()
        .filter(each -> !isNetwork(each))
        .forEach(each ->
            said.refuse(
                "proxies", "« " + each + " » : une adresse IP, ou un réseau comme 10.0.0.0/8"));
    return proxies;
  }

  private static boolean isNetwork(String text) {
    int slash = text.indexOf('/');
    try {
      int bits =
          InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress().length
              * 8;
      return slash < 0
          || (text.substring(slash + 1).matches("\\d{1,3}")
              && Integer.parseInt(text.substring(slash + 1)) <= bits);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static OperatorIssuer issuer(Section said) {
    Map<String, Scope> scopes = new LinkedHashMap<>();
    Section roles = said.section("scopes");
    // Other rights are those of a producer or of an author, which a token does not name.
    roles
        .keys()
        .forEach(role ->
            Scope.find(roles.text(role, "operator|quota"))
                .ifPresent(scope -> scopes.put(role, scope)));
    OperatorIssuer issuer =
        new OperatorIssuer(
            said.text("issuer", "https?://\\S+"),
            said.text("audience", "\\S+"),
            keys(said),
            said.optional("claim", "[A-Za-z0-9_:/-]+(\\.[A-Za-z0-9_:/-]+)*").orElse("roles"),
            scopes);
    said.refuseUnknown();
    return issuer;
  }

  /** Who could change keys on their way could vouch for anyone. */
  private static URI keys(Section said) {
    URI keys = URI.create(said.text("keys", "https?://[^\\s\\\\<>\"{}|^`]+"));
    if ("http".equals(keys.getScheme()) && !LOOPBACK.contains(keys.getHost())) {
      said.refuse("keys", "les clés de l'émetteur se lisent en https");
    }
    return keys;
  }
}
