package fr.passerelle.vocab.source;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Newcomer;
import fr.passerelle.vocab.Uris;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Concepts as another organisation names them: URIs, or CURIEs under the prefixes that its file
 * declares. What is named under our bases is ours; the rest is of a scheme named after its prefix.
 */
public final class ForeignNames {
  private final Uris uris;
  private final Map<String, String> namespaces;
  private final Map<ConceptRef, String> foreign = new HashMap<>();
  private final Findings findings;

  /**
   * Names under those prefixes.
   *
   * @param namespaces namespaces by prefix, as the file declares them
   * @param findings receives the names that cannot be read
   */
  public ForeignNames(Uris uris, Map<String, String> namespaces, Findings findings) {
    this.uris = uris;
    this.namespaces = Map.copyOf(namespaces);
    this.findings = findings;
  }

  /** The concept of that URI or CURIE; what names none is refused at that place. */
  public Optional<ConceptRef> find(String name, String place) {
    int colon = name.indexOf(':');
    if (name.contains("://") || colon <= 0) {
      return ofUri(name, place);
    }
    String namespace = namespaces.get(name.substring(0, colon));
    if (namespace == null) {
      findings.refused(
          place,
          "prefix",
          "préfixe inconnu « %s » ; le déclarer, ou écrire l'URI entière. Déclarés : %s"
              .formatted(name.substring(0, colon), namespaces.keySet().stream().sorted().toList()));
      return Optional.empty();
    }
    return ofUri(namespace + name.substring(colon + 1), place);
  }

  private Optional<ConceptRef> ofUri(String uri, String place) {
    Optional<ConceptRef> ours = uris.find(uri);
    if (ours.isPresent()) {
      return ours;
    }
    Optional<ConceptRef> national = Uris.findNational(uri);
    if (national.isPresent()) {
      findings.repaired(
          "URI d'un référentiel national sous la base d'une autre installation, lue comme la"
              + " sienne",
          place);
      return national;
    }
    Optional<String> prefix =
        namespaces.keySet().stream()
            .filter(each -> isUnder(uri, namespaces.getOrDefault(each, "")))
            .max((one, other) ->
                Integer.compare(
                    namespaces.getOrDefault(one, "").length(),
                    namespaces.getOrDefault(other, "").length()));
    int cut = Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1;
    String namespace = prefix.map(each -> namespaces.getOrDefault(each, "")).orElse("");
    String code = uri.substring(namespace.isEmpty() ? cut : namespace.length());
    String scheme =
        Newcomer.slug(prefix.orElse(uri.substring(0, cut).replaceFirst("^[a-z]+://", "")));
    return checked(new ConceptRef(scheme, code), uri, place);
  }

  private static boolean isUnder(String uri, String namespace) {
    return !namespace.isEmpty() && uri.startsWith(namespace) && uri.length() > namespace.length();
  }

  private Optional<ConceptRef> checked(ConceptRef ref, String uri, String place) {
    if (ref.scheme().isEmpty() || !ConceptRef.isCode(ref.code())) {
      findings.refused(place, "uri", "« " + uri + " » ne nomme pas un concept");
      return Optional.empty();
    }
    if (Newcomer.isTaken(ref.scheme())) {
      findings.refused(
          place,
          "prefix",
          "« %s » est le nom d'un référentiel national, mais « %s » n'est pas de ses URI ; employer"
                  .formatted(ref.scheme(), uri)
              + " "
              + uris.nationalBase()
              + "/id/vocab/, un autre préfixe, ou dire la base du fichier par --base");
      return Optional.empty();
    }
    String before = foreign.putIfAbsent(ref, uri);
    if (before != null && !before.equals(uri)) {
      findings.refused(place, "uri", ref + " nommerait à la fois " + before + " et " + uri);
      return Optional.empty();
    }
    return Optional.of(ref);
  }

  /** The URI that a concept of elsewhere has there; empty for ours. */
  public String uri(ConceptRef ref) {
    return foreign.getOrDefault(ref, "");
  }
}
