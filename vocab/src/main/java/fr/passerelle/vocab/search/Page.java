package fr.passerelle.vocab.search;

import java.util.List;
import java.util.Map;

/**
 * A part of what a search found.
 *
 * @param total number of concepts found on all pages, exact
 * @param hits best first; those of one score by scheme, then by code
 * @param facets how all concepts found are spread
 * @param next what to give as {@link SearchQuery#after()} for the next page; empty on the last one
 * @param relaxed whether no label holds all the words, so that these hold most of them only
 * @param reading how the text was read, where nothing answers it as typed
 */
public record Page(
    int total, List<Hit> hits, Facets facets, String next, boolean relaxed, Reading reading) {

  /** Nothing found, as nothing was asked. */
  public static final Page EMPTY =
      new Page(0, List.of(), Facets.of(Map.of()), "", false, Reading.AS_TYPED);

  public Page {
    hits = List.copyOf(hits);
  }

  /** The same, found by a text read so; nothing found is nothing read. */
  Page by(Reading other) {
    List<String> labels = hits.stream().map(hit -> hit.match().text()).toList();
    return new Page(total, hits, facets, next, relaxed, total == 0 ? reading : other.spelt(labels));
  }

  /** What to give as {@link SearchQuery#after()} for what follows that hit of this page. */
  public String cursor(Hit hit) {
    return new Cursor(hit.score(), ConceptDocuments.key(hit.ref()), relaxed).encode();
  }
}
