package fr.passerelle.api.web;

import fr.passerelle.api.linkeddata.Document;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page of a collection.
 *
 * @param t words of the page
 * @param document its names and documents
 * @param published the collection
 * @param groups its members, by vocabulary where there are several
 */
record CollectionPage(
    Texts t, Document document, PublishedCollection published, List<Section.Group> groups) {

  static CollectionPage of(
      Snapshot snapshot, PublishedCollection published, Document document, Texts t) {
    return new CollectionPage(t, document, published, groups(snapshot, published, t));
  }

  private static List<Section.Group> groups(
      Snapshot snapshot, PublishedCollection published, Texts t) {
    List<ConceptRef> members = published.collection().members();
    Map<String, List<ConceptRef>> byScheme =
        members.stream()
            .collect(
                Collectors.groupingBy(ConceptRef::scheme, LinkedHashMap::new, Collectors.toList()));
    if (published.collection().ordered() || byScheme.size() == 1) {
      return List.of(group(snapshot, "", members, t));
    }
    return byScheme.entrySet().stream()
        .map(each -> group(snapshot, title(snapshot, each.getKey()), each.getValue(), t))
        .toList();
  }

  private static Section.Group group(
      Snapshot snapshot, String title, List<ConceptRef> refs, Texts t) {
    return new Section.Group(
        title,
        refs.stream().map(ref -> Anchor.of(snapshot, Link.of(Link.Kind.RELATED, ref), t)).toList());
  }

  private static String title(Snapshot snapshot, String scheme) {
    return snapshot.findScheme(scheme).map(each -> each.scheme().title()).orElse(scheme);
  }

  static String path(PublishedCollection published) {
    return "/doc/collection/" + published.collection().key();
  }

  /** Address of the same thing in JSON. */
  String rest() {
    return "/api/v1/collections/" + published.collection().key();
  }

  Source source() {
    return Source.of(published.release());
  }
}
