package fr.passerelle.api.feed;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.service.Event;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

/**
 * The last events of a vocabulary as an Atom feed (RFC 4287).
 *
 * @param uris names of things
 * @param address where the service answers, without final slash
 * @param scheme the vocabulary
 */
record VocabFeed(Uris uris, String address, PublishedScheme scheme) {

  byte[] write(List<Event> events) {
    try {
      return new WireFeedOutput().outputString(feed(events)).getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed of ours is sound", e);
    }
  }

  private Feed feed(List<Event> events) {
    String id = scheme.scheme().id();
    Feed feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(uris.scheme(scheme.release().release().edition(), id));
    feed.setTitle("Changements de " + scheme.scheme().title());
    feed.setUpdated(date(scheme.release().modified()));
    feed.setRights(scheme.release().citation());
    feed.setAuthors(List.<SyndPerson>of(author()));
    Link self = link(address + "/feeds/vocab/" + id + ".atom", "self");
    self.setType("application/atom+xml");
    feed.setOtherLinks(List.of(self));
    feed.setAlternateLinks(List.of(link(address + "/doc/vocab/" + id, "alternate")));
    feed.setEntries(events.stream().map(this::entry).toList());
    return feed;
  }

  private Person author() {
    Person author = new Person();
    author.setName(scheme.release().release().edition().producer());
    return author;
  }

  private Entry entry(Event event) {
    String uri = uris.concept(scheme.release().release().edition(), event.concept().ref());
    Entry entry = new Entry();
    entry.setId(uri + "#" + Uris.path(event.release()));
    entry.setTitle(
        "%s %s : %s"
            .formatted(
                event.concept().code(), event.concept().prefLabel("fr"), event.kind().french()));
    entry.setUpdated(date(event.issued()));
    entry.setAlternateLinks(List.of(link(uri, "alternate")));
    Content summary = new Content();
    summary.setType("text");
    summary.setValue("%s dans la version %s.".formatted(event.kind().french(), event.release()));
    entry.setSummary(summary);
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
