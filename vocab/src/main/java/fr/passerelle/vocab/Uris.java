package fr.passerelle.vocab;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The persistent names of published things.
 *
 * <p>National referentials are named under a base of their own, so that all regions give one
 * concept one name; a region's content is named under the region's base.
 *
 * @param nationalBase base of national referentials, without final slash
 * @param regionalBase base of the region's own content, without final slash
 * @param otherBases bases under which files name the same things, without final slash: those of an
 *     installation that made them; nothing is published under them
 */
public record Uris(String nationalBase, String regionalBase, Set<String> otherBases) {
  /** Nearly all codes: nothing to encode in them. */
  private static final Pattern ELSEWHERE = Pattern.compile("(https?://.+)/id/vocab/([^/]+)/(.+)");

  public Uris {
    otherBases = Set.copyOf(otherBases);
  }

  /** Names of one installation. */
  public Uris(String nationalBase, String regionalBase) {
    this(nationalBase, regionalBase, Set.of());
  }

  /** The same, where files name things under those bases too. */
  public Uris and(Set<String> bases) {
    return new Uris(nationalBase, regionalBase, bases);
  }

  /** URI of a concept scheme of that edition: {@code {base}/id/vocab/{scheme}}. */
  public String scheme(Edition edition, String scheme) {
    return base(edition) + "/id/vocab/" + scheme;
  }

  /** URI of a concept: {@code {base}/id/vocab/{scheme}/{code}}. */
  public String concept(Edition edition, ConceptRef ref) {
    return scheme(edition, ref.scheme()) + "/" + path(ref.code());
  }

  /** URI of a release: {@code {base}/id/vocab/{edition}/release/{r}}. */
  public String release(Release release) {
    return release(release.edition(), release.id());
  }

  /** URI of the release of that name. */
  public String release(Edition edition, String release) {
    return scheme(edition, edition.id()) + "/release/" + path(release);
  }

  /** URI of a correspondence: {@code {base}/id/correspondence/{author}/{source}--{target}}. */
  public String correspondence(Edition edition, Correspondence correspondence) {
    return base(edition) + "/id/correspondence/" + correspondence.id();
  }

  /** URI of an association of a correspondence. */
  public String association(
      Edition edition, Correspondence correspondence, Association association) {
    return correspondence(edition, correspondence) + "/association/" + path(association.key());
  }

  /** URI of a collection: {@code {base}/id/collection/{author}/{id}}. */
  public String collection(Edition edition, Collection collection) {
    return base(edition) + "/id/collection/" + collection.key();
  }

  /**
   * URI of what an edition says of a concept of another: {@code
   * {base}/id/regional/{edition}/{scheme}/{code}}; each annotation is a fragment of it.
   */
  public String regional(Edition edition, ConceptRef target) {
    return base(edition)
        + "/id/regional/"
        + edition.id()
        + "/"
        + target.scheme()
        + "/"
        + path(target.code());
  }

  /**
   * The concept that a URI of either base names.
   *
   * @return empty where the URI is of elsewhere, or names something else
   */
  public Optional<ConceptRef> find(String uri) {
    List<String> bases = new ArrayList<>(List.of(nationalBase, regionalBase));
    bases.addAll(otherBases);
    for (String base : bases) {
      String vocab = base + "/id/vocab/";
      int slash = uri.startsWith(vocab) ? uri.indexOf('/', vocab.length()) : -1;
      if (slash >= 0 && slash < uri.length() - 1) {
        return concept(uri.substring(vocab.length(), slash), uri.substring(slash + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * The concept of a national scheme that a URI of another installation names: every installation
   * gives it the same name under its own base, and no two national schemes bear one name.
   *
   * @return empty where the URI is not built so, or names what a region alone may define
   */
  public static Optional<ConceptRef> findNational(String uri) {
    Matcher matcher = ELSEWHERE.matcher(uri);
    // "rome" and "formacode" are what people write for the current edition, no scheme.
    return matcher.matches()
            && Newcomer.isTaken(matcher.group(2))
            && !Newcomer.isAlias(matcher.group(2))
        ? concept(matcher.group(2), matcher.group(3))
        : Optional.empty();
  }

  private static Optional<ConceptRef> concept(String scheme, String path) {
    return Optional.of(new ConceptRef(scheme, decoded(path)))
        .filter(ref -> ConceptRef.isCode(ref.code()) && !ref.code().startsWith("release/"));
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // a percent sign that encodes nothing: no code is empty
    }
  }

  private String base(Edition edition) {
    return edition.national() ? nationalBase : regionalBase;
  }

  /** A code as URI path: each segment percent-encoded, slashes kept (block codes have one). */
  public static String path(String code) {
    if (isPlain(code)) {
      return code;
    }
    return Arrays.stream(code.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  /** Whether nothing of it is to be encoded, as is so of all but a few codes. */
  private static boolean isPlain(String code) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '-' && c <= '9') && c != '_') {
        return false;
      }
    }
    return true;
  }
}
