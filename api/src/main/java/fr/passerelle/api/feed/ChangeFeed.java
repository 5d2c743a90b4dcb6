package fr.passerelle.api.feed;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.ReleaseUris;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.service.Change;
import fr.passerelle.vocab.service.ConceptChange;
import fr.passerelle.vocab.service.Followed;
import fr.passerelle.vocab.service.PairChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the changes of a vocabulary or a correspondence.
 *
 * @param uris names of things
 * @param address where the service answers, without final slash
 * @param snapshot what is published
 * @param followed what is followed
 * @param cursor of this page; null for the first
 * @param next cursor of the page that follows; null on the last
 */
record ChangeFeed(
    Uris uris,
    String address,
    Snapshot snapshot,
    Followed followed,
    @Nullable String cursor,
    @Nullable String next) {

  AtomFeed feed(List<News.Item> items) {
    return new AtomFeed(
        uri(),
        "Changements de " + followed.title(),
        AtomFeed.midnight(followed.release().modified()),
        followed.release().citation(),
        followed.release().release().edition().producer(),
        uri(),
        new AtomFeed.Place(path(), "", cursor, next),
        items.stream().map(this::entry).toList(),
        List.of());
  }

  private String uri() {
    Edition edition = followed.release().release().edition();
    return followed.isCorrespondence()
        ? uris.correspondence(
            edition, snapshot.findCorrespondence(followed.id()).orElseThrow().correspondence())
        : uris.scheme(edition, followed.id());
  }

  private String path() {
    return address
        + (followed.isCorrespondence() ? "/feeds/correspondence/" : "/feeds/vocab/")
        + followed.id()
        + ".atom";
  }

  private AtomFeed.Entry entry(News.Item item) {
    return switch (item.change()) {
      case ConceptChange change -> entry(change, item.release());
      case PairChange change -> entry(change, item.release());
    };
  }

  private AtomFeed.Entry entry(ConceptChange change, StoredRelease release) {
    Concept concept = change.concept();
    String uri = uris.concept(followed.release().release().edition(), concept.ref());
    String fields = change.fields().isEmpty() ? "" : " : " + String.join(", ", change.fields());
    boolean told = change.kind() == Change.Kind.CHANGED || change.kind() == Change.Kind.MOVED;
    return entry(
        uri,
        uri + "#" + Uris.path(release.release()),
        "%s %s : %s".formatted(concept.code(), concept.prefLabel("fr"), change.kind().french()),
        "%s dans la version %s%s."
            .formatted(change.kind().french(), release.release(), told ? fields : ""),
        release);
  }

  private AtomFeed.Entry entry(PairChange change, StoredRelease release) {
    Mapping mapping = change.mapping();
    Pair pair = mapping.pair();
    String uri =
        new ReleaseUris(uris, mapping.by().release().release())
            .pair(mapping.by().correspondence(), pair.from(), pair.to());
    String before =
        change.predicateBefore().map(Predicate::id).map(" ; avant : %s"::formatted).orElse("");
    return entry(
        uri,
        uri + ";" + pair.predicate().id() + ";" + Uris.path(release.release()),
        "%s %s → %s %s : paire %se"
            .formatted(
                pair.from().code(),
                change.label(pair.from()),
                pair.to().code(),
                change.label(pair.to()),
                change.kind().french()),
        "%s (%s%s) : paire %se dans la version %s."
            .formatted(
                mapping.by().correspondence().title(),
                pair.predicate().id(),
                before,
                change.kind().french(),
                release.release()),
        release);
  }

  private static AtomFeed.Entry entry(
      String uri, String id, String title, String summary, StoredRelease release) {
    return AtomFeed.Entry.of(id, title, AtomFeed.midnight(release.issued()), uri, summary);
  }
}
