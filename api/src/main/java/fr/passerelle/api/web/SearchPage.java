package fr.passerelle.api.web;

import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.Match;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.service.FoundCollections;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A page of results.
 *
 * @param t words of the page
 * @param asked what is searched for
 * @param page what was found
 * @param results the hits in words
 * @param collections collections that answer as well
 * @param vocabs ways to narrow or widen by vocabulary
 * @param types ways to narrow or widen by type
 * @param sources where what is shown comes from
 */
record SearchPage(
    Texts t,
    Asked asked,
    Page page,
    List<Result> results,
    List<PublishedCollection> collections,
    List<Facet> vocabs,
    List<Facet> types,
    List<Source> sources) {

  /**
   * What is searched for; an empty string asks for nothing.
   *
   * @param q words or a code
   * @param vocab scheme identifier
   * @param type identifier of a type of concept
   * @param cursor where the page starts
   */
  record Asked(String q, String vocab, String type, String cursor) {
    String path() {
      StringBuilder path = new StringBuilder("/recherche?q=").append(encoded(q));
      append(path, "vocab", vocab);
      append(path, "type", type);
      append(path, "cursor", cursor);
      return path.toString();
    }

    private static void append(StringBuilder path, String name, String value) {
      if (!value.isEmpty()) {
        path.append('&').append(name).append('=').append(encoded(value));
      }
    }

    private static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    Asked saying(String other) {
      return new Asked(other, vocab, type, "");
    }

    Asked inVocab(String id) {
      return new Asked(q, id, type, "");
    }

    Asked ofType(String id) {
      return new Asked(q, vocab, id, "");
    }

    Asked after(String next) {
      return new Asked(q, vocab, type, next);
    }
  }

  /**
   * A concept found.
   *
   * @param anchor its name and page
   * @param type what it is
   * @param scheme name of its vocabulary
   * @param matched what matched, where the label does not show it
   */
  record Result(Anchor anchor, String type, String scheme, String matched) {}

  /**
   * Another text that may have been meant.
   *
   * @param text the text
   * @param path address of its results
   */
  record Other(String text, String path) {}

  /** Other texts that may have been meant by one that nothing answers. */
  List<Other> others() {
    return page.reading().others().stream()
        .map(each -> new Other(each, asked.saying(each).path()))
        .toList();
  }

  /**
   * A way to narrow the search, or to widen it again.
   *
   * @param label what it keeps
   * @param count how many it keeps
   * @param path address of the narrowed or widened search
   * @param active whether it is on
   */
  record Facet(String label, int count, String path, boolean active) {}

  static SearchPage of(Snapshot snapshot, Asked asked, SearchQuery query, Page page, Texts t) {
    List<Source> sources =
        page.hits().stream()
            .map(hit -> snapshot.findScheme(hit.ref().scheme()))
            .flatMap(Optional::stream)
            .map(scheme -> Source.of(scheme.release()))
            .distinct()
            .toList();
    return new SearchPage(
        t,
        asked,
        page,
        page.hits().stream().flatMap(hit -> result(snapshot, hit, t).stream()).toList(),
        FoundCollections.of(snapshot, query, page),
        page.facets().vocabs().entrySet().stream()
            .map(each -> vocab(snapshot, asked, each.getKey(), each.getValue()))
            .toList(),
        page.facets().types().entrySet().stream()
            .map(each -> type(asked, each.getKey(), each.getValue(), t))
            .toList(),
        sources);
  }

  private static Optional<Result> result(Snapshot snapshot, Hit hit, Texts t) {
    return snapshot
        .find(hit.ref())
        .map(concept ->
            new Result(
                Anchor.of(concept, t),
                t.type(concept.type()),
                title(snapshot, hit.ref().scheme()),
                matched(hit.match(), t)));
  }

  private static String matched(Match match, Texts t) {
    return switch (match.field()) {
      case ALT_LABEL -> t.get("matched.alt", match.text());
      case NOTATION -> t.get("matched.code", match.text());
      case REGIONAL_LABEL -> t.get("matched.regional", match.text());
      case REGIONAL_NOTE -> t.get("matched.note", match.text());
      case DEFINITION -> t.get("matched.definition");
      case HIDDEN_LABEL -> t.get("matched.hidden");
      case PREF_LABEL, NONE -> "";
    };
  }

  private static Facet vocab(Snapshot snapshot, Asked asked, String id, int count) {
    boolean active = asked.vocab().equals(id);
    return new Facet(title(snapshot, id), count, asked.inVocab(active ? "" : id).path(), active);
  }

  private static Facet type(Asked asked, ConceptType type, int count, Texts t) {
    boolean active = asked.type().equals(type.id());
    return new Facet(t.type(type), count, asked.ofType(active ? "" : type.id()).path(), active);
  }

  private static String title(Snapshot snapshot, String id) {
    return snapshot.findScheme(id).map(SearchPage::shortTitle).orElse(id);
  }

  private static String shortTitle(PublishedScheme scheme) {
    return scheme.scheme().title();
  }

  Optional<String> next() {
    return page.next().isEmpty() ? Optional.empty() : Optional.of(asked.after(page.next()).path());
  }
}
