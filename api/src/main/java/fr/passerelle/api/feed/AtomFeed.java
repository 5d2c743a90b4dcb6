package fr.passerelle.api.feed;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the changes of a vocabulary or a correspondence as an Atom feed (RFC 4287), paged by
 * its links (RFC 5005, section 3).
 *
 * @param uris names of things
 * @param address where the service answers, without final slash
 * @param snapshot what is published
 * @param followed what is followed
 * @param cursor of this page; null for the first
 * @param next cursor of the page that follows; null on the last
 */
record AtomFeed(
    Uris uris,
    String address,
    Snapshot snapshot,
    Followed followed,
    @Nullable String cursor,
    @Nullable String next) {

  byte[] write(List<News.Item> items) {
    try {
      return new WireFeedOutput().outputString(feed(items)).getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed of ours is sound", e);
    }
  }

  private Feed feed(List<News.Item> items) {
    Feed feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(uri());
    feed.setTitle("Changements de " + followed.title());
    feed.setUpdated(date(followed.release().modified()));
    feed.setRights(followed.release().citation());
    feed.setAuthors(List.<SyndPerson>of(author()));
    feed.setOtherLinks(pages());
    feed.setAlternateLinks(List.of(link(uri(), "alternate")));
    feed.setEntries(items.stream().map(this::entry).toList());
    return feed;
  }

  private String uri() {
    Edition edition = followed.release().release().edition();
    return followed.isCorrespondence()
        ? uris.correspondence(
            edition, snapshot.findCorrespondence(followed.id()).orElseThrow().correspondence())
        : uris.scheme(edition, followed.id());
  }

  private List<Link> pages() {
    String first =
        address
            + (followed.isCorrespondence() ? "/feeds/correspondence/" : "/feeds/vocab/")
            + followed.id()
            + ".atom";
    List<Link> links = new ArrayList<>();
    links.add(link(cursor == null ? first : first + "?cursor=" + cursor, "self"));
    links.add(link(first, "first"));
    if (next != null) {
      links.add(link(first + "?cursor=" + next, "next"));
    }
    links.forEach(each -> each.setType("application/atom+xml"));
    return links;
  }

  private Person author() {
    Person author = new Person();
    author.setName(followed.release().release().edition().producer());
    return author;
  }

  private Entry entry(News.Item item) {
    return switch (item.change()) {
      case ConceptChange change -> entry(change, item.release());
      case PairChange change -> entry(change, item.release());
    };
  }

  private Entry entry(ConceptChange change, StoredRelease release) {
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

  private Entry entry(PairChange change, StoredRelease release) {
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

  private static Entry entry(
      String uri, String id, String title, String summary, StoredRelease release) {
    Entry entry = new Entry();
    entry.setId(id);
    entry.setTitle(title);
    entry.setUpdated(date(release.issued()));
    entry.setAlternateLinks(List.of(link(uri, "alternate")));
    Content content = new Content();
    content.setType("text");
    content.setValue(summary);
    entry.setSummary(content);
    return entry;
  }

  private static Link link(String target, String relation) {
    Link link = new Link();
    link.setHref(target);
    link.setRel(relation);
    return link;
  }

  @SuppressWarnings("JavaUtilDate") // what the library takes
  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
