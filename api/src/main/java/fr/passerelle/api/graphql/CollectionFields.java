package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.CollectionFilter;
import fr.passerelle.vocab.service.Regional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collections of concepts, and what regions add to a concept. */
final class CollectionFields {
  private CollectionFields() {}

  static List<Fields<?>> all() {
    return List.of(collection(), regional());
  }

  private static Fields<?> collection() {
    return Fields.of("Collection", PublishedCollection.class)
        .part("id", each -> each.collection().key())
        .field("uri", (each, call) -> uri(each, call))
        .part("label", each -> each.collection().label())
        .part("description", each -> orNull(each.collection().description()))
        .part("author", each -> each.collection().author())
        .part("ordered", each -> each.collection().ordered())
        .part("memberCount", each -> each.collection().members().size())
        .part("source", PublishedCollection::release)
        .field("members", (each, call) -> members(each, call));
  }

  private static String uri(PublishedCollection published, Call call) {
    return call.view()
        .uris()
        .collection(published.release().release().edition(), published.collection());
  }

  private static Connection members(PublishedCollection published, Call call) {
    List<Link> links =
        published.collection().members().stream()
            .map(member -> new Link(Link.Kind.RELATED, member, Link.Mark.NONE, 0))
            .toList();
    return Connection.named(
        call, links, link -> link.target().key(), () -> Absence.of(Absence.Reason.NOT_STATED));
  }

  private static Fields<?> regional() {
    return Fields.of("Regional", Regional.class)
        .part("kind", Regional::kind)
        .part("author", Regional::author)
        .part("text", Regional::text)
        .part("lang", Regional::lang)
        .part("link", each -> orNull(each.link()))
        .part("variant", each -> each.variant().orElse(null))
        .part("collection", each -> each.collection().orElse(null))
        .part("edition", each -> each.release().release().edition().id())
        .part("source", Regional::release);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The collections that the arguments let through. */
  static List<PublishedCollection> list(Call call) {
    Optional<String> vocab = given(call, "vocab");
    Optional<ConceptRef> member = given(call, "member").map(name -> member(call, name));
    Snapshot snapshot = call.view().snapshot();
    CollectionFilter filter =
        new CollectionFilter(
            vocab.map(id -> Lookup.scheme(snapshot, id).scheme().id()),
            given(call, "author"),
            member);
    return call.explained(filter.of(snapshot), () -> Absence.ofAll(snapshot.collections()));
  }

  private static Optional<String> given(Call call, String name) {
    return Optional.of(call.text(name)).filter(text -> !text.isEmpty());
  }

  private static ConceptRef member(Call call, String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      throw ProblemException.parameter(
          "member", name, "vocabulaire/code, par exemple rome-4/M1805");
    }
    var scheme = Lookup.scheme(call.view().snapshot(), name.substring(0, slash));
    return Lookup.concept(call.view().snapshot(), scheme, name.substring(slash + 1)).ref();
  }

  /** The collection of that identifier; a {@link ProblemException} names the nearest. */
  static PublishedCollection collection(Call call) {
    return Lookup.collection(
        call.view().snapshot(), call.view().archive().dropped(), call.text("id"));
  }
}
