package fr.passerelle.api.linkeddata;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.skos.RdfFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a published thing is described: one page and one document per syntax.
 *
 * <p>Addresses are paths, so that they hold behind any host; the URI is the persistent name.
 *
 * @param uri persistent name of the thing
 * @param name what follows {@code /data/}, percent-encoded, without extension
 * @param page path of its page
 * @param release path of the description of its release, without extension
 * @param licence licence of what is said of it
 */
public record Document(String uri, String name, String page, String release, Licence licence) {
  private static final String PAGES = "/doc/vocab/";
  private static final String DATA = "/data/";
  private static final String VOCAB = "vocab/";
  private static final String CORRESPONDENCE = "correspondence/";

  /** The documents of a scheme. */
  public static Document of(Uris uris, PublishedScheme scheme) {
    String id = scheme.scheme().id();
    return new Document(
        uris.scheme(scheme.release().release().edition(), id),
        VOCAB + id,
        PAGES + id,
        release(scheme.release()),
        scheme.release().licence());
  }

  /** The documents of a concept. */
  public static Document of(Uris uris, PublishedScheme scheme, Concept concept) {
    String name = concept.ref().scheme() + "/" + Uris.path(concept.code());
    return new Document(
        uris.concept(scheme.release().release().edition(), concept.ref()),
        VOCAB + name,
        PAGES + name,
        release(scheme.releaseOf(concept)),
        scheme.release().licence());
  }

  /** The documents of a release; its page is that of its edition. */
  static Document of(Uris uris, PublishedRelease release) {
    String name = release(release);
    return new Document(
        uris.release(release.release()),
        VOCAB + name,
        PAGES + release.release().edition().id(),
        name,
        release.licence());
  }

  /** The documents of a correspondence. */
  public static Document of(Uris uris, PublishedCorrespondence published) {
    String name = CORRESPONDENCE + published.correspondence().id();
    return new Document(
        uris.correspondence(published.release().release().edition(), published.correspondence()),
        name,
        "/doc/" + name,
        release(published.release()),
        published.release().licence());
  }

  /** The documents of a collection. */
  public static Document of(Uris uris, PublishedCollection published) {
    String name = "collection/" + published.collection().key();
    return new Document(
        uris.collection(published.release().release().edition(), published.collection()),
        name,
        "/doc/" + name,
        release(published.release()),
        published.release().licence());
  }

  /** The documents of what a release says of a concept of another; their page is the concept's. */
  static Document of(Uris uris, PublishedRelease release, ConceptRef target) {
    String concept = target.scheme() + "/" + Uris.path(target.code());
    return new Document(
        uris.regional(release.release().edition(), target),
        "regional/" + release.release().edition().id() + "/" + concept,
        PAGES + concept + "#regional",
        release(release),
        release.licence());
  }

  /** The documents of an association, whose page is that of its correspondence. */
  static Document of(Uris uris, PublishedCorrespondence published, Association association) {
    return new Document(
        uris.association(
            published.release().release().edition(), published.correspondence(), association),
        CORRESPONDENCE
            + published.correspondence().id()
            + "/association/"
            + Uris.path(association.key()),
        "/doc/" + CORRESPONDENCE + published.correspondence().id(),
        release(published.release()),
        published.release().licence());
  }

  /** The same with another page. */
  Document onPage(String other) {
    return new Document(uri, name, other, release, licence);
  }

  private static String release(PublishedRelease release) {
    return release.release().edition().id() + "/release/" + Uris.path(release.release().id());
  }

  /** Path of the document in that syntax. */
  public String data(RdfFormat format) {
    return DATA + name + "." + format.extension();
  }

  /** {@code Link} header (RFC 8288) of the page. */
  public String linksOfPage() {
    return links("");
  }

  /** {@code Link} header of the document in that syntax. */
  String links(RdfFormat format) {
    return links(data(format));
  }

  /** {@code Link} header of the whole of a scheme or correspondence in that syntax. */
  String links(Syntax syntax, List<Syntax> offered) {
    return links(DATA + name + "." + syntax.extension(), offered);
  }

  private String links(String self) {
    return links(self, Syntax.OF_DOCUMENTS);
  }

  private String links(String self, List<Syntax> offered) {
    List<String> links = new ArrayList<>();
    links.add(link(uri, "canonical", ""));
    for (Syntax syntax : offered) {
      String path = DATA + name + "." + syntax.extension();
      if (!path.equals(self)) {
        links.add(link(path, "alternate", syntax.mediaType()));
      }
    }
    if (!self.isEmpty() && !page.isEmpty()) {
      links.add(link(page, "alternate", "text/html"));
    }
    String ttl = RdfFormat.TURTLE.extension();
    links.add(
        link(DATA + VOCAB + release + "." + ttl, "describedby", RdfFormat.TURTLE.mediaType()));
    links.add(link(licence.uri(), "license", ""));
    return String.join(", ", links);
  }

  private static String link(String target, String relation, String type) {
    String link = "<" + target + ">; rel=\"" + relation + "\"";
    return type.isEmpty() ? link : link + "; type=\"" + type + "\"";
  }
}
