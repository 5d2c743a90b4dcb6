package fr.passerelle.catalog.study.form;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that anyone may follow: http or https, of a host with a name in the public internet.
 * Nothing is resolved; names that stand for private networks and addresses written as numbers,
 * whichever way, are refused.
 */
public final class PublicUrl {
  /** Longest address that is kept. */
  public static final int LONGEST = 2_000;

  /** A last label that is a number is an IPv4 address, however written (WHATWG URL, 3.5). */
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

  private static final Pattern PRIVATE_NAME =
      Pattern.compile(
          "localhost|.*\\.(localhost|local|localdomain|internal|intranet|lan|home|corp|private"
              + "|home\\.arpa)");

  private PublicUrl() {}

  /** The address as it is kept, percent-encoded; empty if it is not one that anyone may follow. */
  public static Optional<String> parse(String text) {
    return refusal(text).isPresent() ? Optional.empty() : Optional.of(encoded(text));
  }

  private static String encoded(String text) {
    return URI.create(text.strip()).toASCIIString();
  }

  /** Why an address is refused, in French; empty if it is not. */
  public static Optional<String> refusal(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("une adresse a " + LONGEST + " caractères au plus");
    }
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      return Optional.of(
          "« " + text.strip() + " » n'est pas une adresse ; l'encoder (espace : %20)");
    }
    @Nullable String scheme = uri.getScheme();
    if (scheme == null || !scheme.toLowerCase(Locale.ROOT).matches("https?")) {
      return Optional.of("une adresse commence par https:// ou http://");
    }
    return uri.getRawUserInfo() == null
        ? host(uri.getHost())
        : Optional.of("une adresse ne porte pas de mot de passe");
  }

  private static Optional<String> host(@Nullable String host) {
    if (host == null) {
      return Optional.of("cette adresse n'a pas de nom d'hôte");
    }
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    if (name.startsWith("[") || NUMERIC.matcher(name).matches()) {
      return Optional.of(
          "« " + host + " » est un numéro de machine ; donner l'adresse publique, par son nom");
    }
    return PRIVATE_NAME.matcher(name).matches() || name.indexOf('.') < 0
        ? Optional.of("« " + host + " » est un réseau privé ; donner l'adresse publique")
        : Optional.empty();
  }
}
