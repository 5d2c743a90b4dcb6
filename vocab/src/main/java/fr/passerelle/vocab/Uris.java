package fr.passerelle.vocab;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The persistent names of published things.
 *
 * <p>National referentials are named under a base of their own, so that all regions give one
 * concept one name; a region's content is named under the region's base.
 *
 * @param nationalBase base of national referentials, without final slash
 * @param regionalBase base of the region's own content, without final slash
 */
public record Uris(String nationalBase, String regionalBase) {

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
    for (String base : List.of(nationalBase, regionalBase)) {
      String vocab = base + "/id/vocab/";
      int slash = uri.startsWith(vocab) ? uri.indexOf('/', vocab.length()) : -1;
      if (slash >= 0 && slash < uri.length() - 1) {
        String code = decoded(uri.substring(slash + 1));
        return Optional.of(new ConceptRef(uri.substring(vocab.length(), slash), code))
            .filter(ref -> ConceptRef.isCode(ref.code()) && !ref.code().startsWith("release/"));
      }
    }
    return Optional.empty();
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
    return Arrays.stream(code.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
