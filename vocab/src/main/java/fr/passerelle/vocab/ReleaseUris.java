package fr.passerelle.vocab;

import java.util.Set;
import java.util.stream.Collectors;

/** The URIs of what a release publishes and points at. */
public final class ReleaseUris {
  /** Stands for the editions that a release points at: only national ones are shared. */
  private static final Edition ELSEWHERE = new Edition("", "", "", "", true, "");

  private final Uris uris;
  private final Release release;
  private final Set<String> held;
  private final Set<String> own;

  /** The URIs of that release under those bases. */
  public ReleaseUris(Uris uris, Release release) {
    this.uris = uris;
    this.release = release;
    this.held = release.schemes().stream().map(Scheme::id).collect(Collectors.toSet());
    this.own =
        release.schemes().stream()
            .filter(ReleaseUris::isDescribed)
            .map(Scheme::id)
            .collect(Collectors.toSet());
  }

  /** Whether the release holds more of a scheme than stubs. */
  private static boolean isDescribed(Scheme scheme) {
    return scheme.concepts().stream().anyMatch(each -> each.status() != Status.REFERENCED);
  }

  /** Whether that scheme is part of the release, be it by stubs only. */
  public boolean holds(String scheme) {
    return held.contains(scheme);
  }

  /** URI of a scheme, of the release or elsewhere. */
  public String scheme(String scheme) {
    return uris.scheme(edition(scheme), scheme);
  }

  /** URI of a concept, of the release or elsewhere. */
  public String concept(ConceptRef ref) {
    return uris.concept(edition(ref.scheme()), ref);
  }

  /** URI of the release. */
  public String release() {
    return uris.release(release);
  }

  /** URI of another release of the edition. */
  public String release(String id) {
    return uris.release(release.edition(), id);
  }

  /** URI of a release of that scheme. */
  public String release(String scheme, String id) {
    return scheme(scheme) + "/release/" + Uris.path(id);
  }

  /** URI of a correspondence that the release states. */
  public String correspondence(Correspondence correspondence) {
    return uris.correspondence(release.edition(), correspondence);
  }

  /** URI of a collection that the release makes. */
  public String collection(Collection collection) {
    return uris.collection(release.edition(), collection);
  }

  /** URI of what the release says of a concept of another edition. */
  public String regional(ConceptRef target) {
    return uris.regional(release.edition(), target);
  }

  /** URI of an association of a correspondence that the release states. */
  public String association(Correspondence correspondence, Association association) {
    return uris.association(release.edition(), correspondence, association);
  }

  /**
   * URI of a pair, stable from one release to the next: a fragment of its correspondence. Two
   * concepts have one pair in a correspondence, whatever it says of them.
   */
  public String pair(Correspondence correspondence, ConceptRef from, ConceptRef to) {
    return correspondence(correspondence) + "#" + pairName(from.code(), to.code());
  }

  /** The fragment that names a pair; a side that has nothing is empty. */
  public static String pairName(String from, String to) {
    return Uris.path(from) + "--" + Uris.path(to);
  }

  /** A region that cites a national concept names it as everyone does. */
  private Edition edition(String scheme) {
    if (scheme.equals(release.edition().id()) || own.contains(scheme)) {
      return release.edition();
    }
    boolean cited = held.contains(scheme) && !Stubs.isNational(scheme);
    return Edition.find(scheme).orElse(cited ? release.edition() : ELSEWHERE);
  }
}
