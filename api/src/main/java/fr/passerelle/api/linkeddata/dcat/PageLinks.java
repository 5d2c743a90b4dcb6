package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.catalog.dataset.CatalogPage;
import fr.passerelle.catalog.dataset.PageStart;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.vocab.skos.RdfFormat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of the pages of one harvest: each names its syntax, as udata reads all pages in the
 * syntax of the first one.
 *
 * @param cursors signs where a page begins
 * @param address where the service answers, without final slash
 * @param subset the part of the catalogue
 * @param format the syntax
 * @param size most records on a page
 * @param since what the harvester asked as {@code modified_since}; empty if nothing
 * @param of the page that links to the others; empty before it is known
 */
record PageLinks(
    Cursors cursors,
    String address,
    Subset subset,
    RdfFormat format,
    int size,
    String since,
    Optional<CatalogPage> of) {
  /** Query parameter of harvesters that want what changed. */
  static final String SINCE = "modified_since";

  /** The links of that page. */
  PageLinks of(CatalogPage page) {
    return new PageLinks(cursors, address, subset, format, size, since, Optional.of(page));
  }

  /**
   * Where a page begins.
   *
   * @throws ProblemException if the cursor is none of this list
   */
  PageStart start(@Nullable String cursor) {
    return cursor == null
        ? PageStart.FIRST
        : PageStart.parse(cursors.open(list(), cursor))
            .orElseThrow(() -> Cursors.refused("cursor", "reprendre à la première page"));
  }

  /** IRI of the catalogue, or of that part of it. */
  String catalog() {
    return address + path();
  }

  /** What cursors are good for. */
  String list() {
    return path() + "?" + since;
  }

  /** Path and query of the page that begins after a key. */
  String page(String after) {
    StringBuilder page = new StringBuilder(path()).append('.').append(format.extension());
    List<String> query = new ArrayList<>();
    if (!since.isEmpty()) {
      query.add(SINCE + "=" + URLEncoder.encode(since, StandardCharsets.UTF_8));
    }
    if (size != CatalogPage.SIZE) {
      query.add("limit=" + size);
    }
    if (!after.equals(CatalogPage.FIRST)) {
      query.add("cursor=" + cursors.sign(list(), of.orElseThrow().start(after)));
    }
    return query.isEmpty()
        ? page.toString()
        : page.append('?').append(String.join("&", query)).toString();
  }

  /** Whole address of the page that begins after a key. */
  String absolute(String after) {
    return address + page(after);
  }

  /** Path of what changes in that part. */
  String feed() {
    return LdesController.PATH + FeedName.of(subset);
  }

  private String path() {
    return subset.word().isEmpty() ? "/catalog" : "/catalog/" + subset.word();
  }
}
