package fr.passerelle.catalog.harvest.oai;

import fr.passerelle.catalog.harvest.feed.Arrival;
import fr.passerelle.catalog.harvest.feed.Feed;
import fr.passerelle.catalog.harvest.feed.RdfRecord;
import fr.passerelle.catalog.harvest.web.SourceClient;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads a source of OAI-PMH to its end. Where a token is not taken any more, the list is begun
 * again from the last datestamp read, as far as it came in order, else from its beginning; what was
 * seen in this harvest is not taken twice. A list that does not end is left.
 */
public final class OaiFeed implements Feed {
  private static final String ACCEPT = "text/xml, application/xml;q=0.9";

  /** Pages in a row that may bring nothing new before a list is taken for one that loops. */
  private static final int BARREN = 5;

  /** Times in a row that a list may be begun again without anything new. */
  private static final int RESTARTS = 3;

  private final HarvestSource source;
  private final SourceClient client;
  private final OaiReader reader;

  /**
   * @param rdf reads records in RDF
   * @param findings where to say which records cannot be read
   * @param now when its records are taken
   */
  public OaiFeed(
      HarvestSource source,
      SourceClient client,
      Provenance from,
      RdfRecord rdf,
      Findings findings,
      Instant now) {
    this.source = source;
    this.client = client;
    reader = new OaiReader(new ListReading.Source(source.code(), rdf), from, findings, now);
  }

  @Override
  public End read(String since, Basket basket) {
    Identity identity = reader.identity(client.get(address("verb=Identify"), ACCEPT));
    return new Reading(identity, since, basket).run();
  }

  private String address(String query) {
    return source.url() + (source.url().indexOf('?') < 0 ? "?" : "&") + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private RefusedException refused(String rule, String message) {
    return RefusedException.of(source.code(), rule, message);
  }

  /** One reading of the list. */
  private final class Reading {
    private final Identity identity;
    private final String since;
    private final Basket basket;
    private final Set<String> tokens = new HashSet<>();
    private String began = "";
    private String from;
    private String latest = "";
    private boolean ordered = true;
    private int pages;
    private int seen;
    private int unnamed;
    private int listed = -1;
    private int barren;

    /** Pages that may bring nothing new since they were read before. */
    private int known;

    private int fruitless;

    Reading(Identity identity, String since, Basket basket) {
      this.identity = identity;
      this.since = since;
      this.basket = basket;
      from = since;
    }

    End run() {
      String token = "";
      boolean ended = false;
      while (!ended) {
        OaiPage page = page(token);
        if (page.error().equals("badResumptionToken") && !token.isEmpty()) {
          restart("le jeton de reprise n'est plus accepté (%s)".formatted(cut(page.message())));
          token = "";
        } else {
          boolean any = take(page);
          token = page.token();
          ended = token.isEmpty() && !again(any);
        }
      }
      return new End(identity.cut(began), identity.tellsDeletions(), unnamed == 0);
    }

    /**
     * Fewer records than announced can only be where the list was not in the order that it seemed
     * to be in: it is begun again.
     */
    private boolean again(boolean any) {
      boolean isShort = any && listed > seen && !from.equals(since);
      if (isShort) {
        ordered = false;
        restart("la liste annonce %d notices".formatted(listed));
      }
      return isShort;
    }

    private OaiPage page(String token) {
      if (pages++ >= source.network().pages()) {
        throw refused(
            "endless",
            "plus de %d pages ; si la source est si grande, le dire dans le profil (pages)"
                .formatted(source.network().pages()));
      }
      OaiPage page = reader.page(client.get(address(query(token)), ACCEPT));
      if (began.isEmpty()) {
        began = page.responseDate();
      }
      return page;
    }

    private String query(String token) {
      if (!token.isEmpty()) {
        return "verb=ListRecords&resumptionToken=" + encoded(token);
      }
      return "verb=ListRecords&metadataPrefix="
          + encoded(source.prefix())
          + (from.isEmpty() ? "" : "&from=" + encoded(from))
          + (source.set().isEmpty() ? "" : "&set=" + encoded(source.set()));
    }

    /** Takes a page in; false where the source says that there is nothing. */
    private boolean take(OaiPage page) {
      if (page.error().equals("noRecordsMatch")) {
        return false;
      }
      if (!page.error().isEmpty()) {
        throw refused(
            "oai",
            "la source répond %s : %s ; vérifier metadataPrefix et set dans le profil"
                .formatted(page.error(), cut(page.message())));
      }
      if (!page.token().isEmpty() && !tokens.add(page.token())) {
        throw refused(
            "loop", "la liste boucle : la source redonne le jeton « " + cut(page.token()) + " »");
      }
      int fresh = basket.take(page.records());
      page.records().forEach(this::order);
      page.size().ifPresent(size -> listed = from.equals(since) ? size : listed);
      seen += fresh + page.unnamed();
      unnamed += page.unnamed();
      fruitless = fresh > 0 ? 0 : fruitless;
      barren = fresh > 0 ? 0 : barren + 1;
      if (barren > BARREN + known) {
        throw refused(
            "loop",
            "la liste ne finit pas : %d pages de suite sans rien de neuf".formatted(barren));
      }
      return true;
    }

    private void order(Arrival record) {
      String datestamp = record.datestamp();
      ordered &= datestamp.compareTo(latest) >= 0;
      latest = datestamp.compareTo(latest) > 0 ? datestamp : latest;
    }

    private void restart(String why) {
      if (++fruitless > RESTARTS) {
        throw refused(
            "resumption",
            "%s ; liste reprise %d fois sans rien de neuf, reprendre plus tard"
                .formatted(why, RESTARTS));
      }
      from = ordered && !latest.isEmpty() ? identity.cut(latest) : since;
      tokens.clear();
      known = pages;
      barren = 0;
    }
  }

  private static String cut(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
