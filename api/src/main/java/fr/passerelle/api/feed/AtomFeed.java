package fr.passerelle.api.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A page of an Atom feed (RFC 4287), paged by its links (RFC 5005, section 3).
 *
 * @param id lasting name
 * @param title what it tells of
 * @param updated when that changed last
 * @param rights what has to be said wherever it goes
 * @param author who publishes it
 * @param page where people read the same
 * @param place where this page of it is
 * @param entries its entries
 * @param tombstones what was an entry and is no more (RFC 6721)
 */
record AtomFeed(
    String id,
    String title,
    Instant updated,
    String rights,
    String author,
    String page,
    Place place,
    List<Entry> entries,
    List<Tombstone> tombstones) {
  private static final Namespace TOMBSTONES =
      Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

  private static final String TYPE = "application/atom+xml";

  /** What no XML can carry (XML 1.0, section 2.2). */
  private static final Pattern ILLEGAL =
      Pattern.compile(
          "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]"
              + "|[\\ud800-\\udbff](?![\\udc00-\\udfff])"
              + "|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

  /**
   * Where a page of a feed is.
   *
   * @param path address of the feed, without query
   * @param query its filters, as an address says them; may be empty
   * @param cursor of this page; null for the first
   * @param next cursor of the page that follows; null on the last
   */
  record Place(String path, String query, @Nullable String cursor, @Nullable String next) {
    String first() {
      return query.isEmpty() ? path : path + "?" + query;
    }

    String at(String place) {
      return first() + (query.isEmpty() ? "?" : "&") + "cursor=" + place;
    }
  }

  /**
   * An entry.
   *
   * @param id lasting name
   * @param title title
   * @param published when it was made, where that is told
   * @param updated when it changed last
   * @param page where people read it
   * @param summary what it says
   * @param authors who made it; empty for the author of the feed
   * @param tags what it is about
   * @param files where its files are
   */
  record Entry(
      String id,
      String title,
      Optional<Instant> published,
      Instant updated,
      String page,
      String summary,
      List<String> authors,
      List<Tag> tags,
      List<String> files) {

    static Entry of(String id, String title, Instant updated, String page, String summary) {
      return new Entry(
          id, title, Optional.empty(), updated, page, summary, List.of(), List.of(), List.of());
    }
  }

  /**
   * What was an entry and is no more.
   *
   * @param id its lasting name
   * @param when since when
   * @param comment why, in words; empty if that is not told
   */
  record Tombstone(String id, Instant when, String comment) {
    private Element element() {
      Element element = new Element("deleted-entry", TOMBSTONES);
      element.setAttribute("ref", id);
      element.setAttribute("when", when.truncatedTo(ChronoUnit.SECONDS).toString());
      if (!comment.isEmpty()) {
        element.addContent(new Element("comment", TOMBSTONES).setText(legal(comment)));
      }
      return element;
    }
  }

  /**
   * What an entry is about (RFC 4287, 4.2.2).
   *
   * @param term code
   * @param label words
   */
  record Tag(String term, String label) {}

  static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  byte[] write() {
    try {
      return new WireFeedOutput().outputString(feed()).getBytes(StandardCharsets.UTF_8);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed of ours is sound", e);
    }
  }

  private Feed feed() {
    Feed feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(id);
    feed.setTitle(legal(title));
    feed.setUpdated(date(updated));
    feed.setRights(legal(rights));
    feed.setAuthors(List.of(person(author)));
    feed.setOtherLinks(pages());
    feed.setAlternateLinks(List.of(link(page, "alternate")));
    feed.setEntries(entries.stream().map(AtomFeed::written).toList());
    feed.setForeignMarkup(tombstones.stream().map(Tombstone::element).toList());
    return feed;
  }

  private List<Link> pages() {
    List<Link> links = new ArrayList<>();
    String cursor = place.cursor();
    String next = place.next();
    links.add(link(cursor == null ? place.first() : place.at(cursor), "self"));
    links.add(link(place.first(), "first"));
    if (next != null) {
      links.add(link(place.at(next), "next"));
    }
    links.forEach(each -> each.setType(TYPE));
    return links;
  }

  private static com.rometools.rome.feed.atom.Entry written(Entry entry) {
    var written = new com.rometools.rome.feed.atom.Entry();
    written.setId(entry.id());
    written.setTitle(legal(entry.title()));
    entry.published().ifPresent(at -> written.setPublished(date(at)));
    written.setUpdated(date(entry.updated()));
    written.setAuthors(entry.authors().stream().map(AtomFeed::person).toList());
    written.setCategories(entry.tags().stream().map(AtomFeed::category).toList());
    written.setAlternateLinks(List.of(link(entry.page(), "alternate")));
    written.setOtherLinks(entry.files().stream().map(url -> link(url, "enclosure")).toList());
    Content content = new Content();
    content.setType("text");
    content.setValue(legal(entry.summary()));
    written.setSummary(content);
    return written;
  }

  private static Category category(Tag tag) {
    Category category = new Category();
    category.setTerm(tag.term());
    category.setLabel(legal(tag.label()));
    return category;
  }

  private static SyndPerson person(String name) {
    Person person = new Person();
    person.setName(legal(name));
    return person;
  }

  private static Link link(String target, String relation) {
    Link link = new Link();
    link.setHref(target);
    link.setRel(relation);
    return link;
  }

  private static String legal(String text) {
    return ILLEGAL.matcher(text).replaceAll("");
  }

  @SuppressWarnings("JavaUtilDate") // what the library takes
  private static Date date(Instant at) {
    return Date.from(at);
  }
}
