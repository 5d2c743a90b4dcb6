package fr.passerelle.vocab.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * A search over the releases in use, whatever their vocabularies. It never changes: when another
 * release is published, another search takes its place.
 *
 * <p>Any number of threads may search at once; none waits for another. What is closed while
 * searches go on is let go of by the last of them.
 */
public final class ConceptSearch implements AutoCloseable {
  private final IndexReader reader;
  private final IndexSearcher searcher;

  private ConceptSearch(IndexReader reader) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    // The cache would lock, and words of a few letters are terms of their own anyway.
    this.searcher.setQueryCache(null);
  }

  /**
   * A search over those indexes, one per edition; they may be closed at once, this search holds
   * them as long as it needs.
   */
  public static ConceptSearch over(List<ReleaseIndex> indexes) {
    try {
      IndexReader[] readers =
          indexes.stream().map(ReleaseIndex::reader).toArray(IndexReader[]::new);
      return new ConceptSearch(new MultiReader(readers, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The concepts that answer best.
   *
   * @throws IllegalArgumentException where {@link SearchQuery#after()} is not what a page gave
   * @throws IllegalStateException once closed
   */
  public Page search(SearchQuery query) {
    Cursor after = Cursor.parse(query.after());
    if (!reader.tryIncRef()) {
      throw new IllegalStateException("closed");
    }
    try {
      return search(query, after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      release();
    }
  }

  private Page search(SearchQuery query, Cursor after) throws IOException {
    TextQuery text = new TextQuery(query);
    int limit = query.limit();
    if (text.listsAll()) {
      return Tally.of(searcher, text.all(), false, after, limit).page(limit, false);
    }
    if (!after.relaxed()) {
      Tally strict = Tally.of(searcher, text.strict(), true, after, limit);
      if (strict.total() > 0 || !text.canRelax()) {
        return strict.page(limit, false);
      }
    }
    return Tally.of(searcher, text.relaxed(), true, after, limit).page(limit, true);
  }

  /** Lets go of the indexes; to be called once. */
  @Override
  public void close() {
    release();
  }

  private void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
