package fr.passerelle.vocab.search;

import java.util.List;

/**
 * A part of what a search found.
 *
 * @param total number of concepts found on all pages, exact
 * @param hits best first; those of one score by scheme, then by code
 * @param facets how all concepts found are spread
 * @param next what to give as {@link SearchQuery#after()} for the next page; empty on the last one
 * @param relaxed whether no label holds all the words, so that these hold most of them only
 */
public record Page(int total, List<Hit> hits, Facets facets, String next, boolean relaxed) {

  public Page {
    hits = List.copyOf(hits);
  }

  /** What to give as {@link SearchQuery#after()} for what follows that hit of this page. */
  public String cursor(Hit hit) {
    return new Cursor(hit.score(), ConceptDocuments.key(hit.ref()), relaxed).encode();
  }
}
