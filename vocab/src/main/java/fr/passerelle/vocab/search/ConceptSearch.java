package fr.passerelle.vocab.search;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final Searched searched;

  private ConceptSearch(IndexReader reader, Set<ConceptRef> annotated) throws IOException {
    this.reader = reader;
    IndexSearcher searcher = new IndexSearcher(reader);
    // The cache would lock, and words of a few letters are terms of their own anyway.
    searcher.setQueryCache(null);
    this.searched = new Searched(searcher, Apart.of(reader, annotated));
  }

  /**
   * A search over those indexes, one per edition; they may be closed at once, this search holds
   * them as long as it needs.
   */
  public static ConceptSearch over(List<ReleaseIndex> indexes) {
    return over(indexes, Map.of());
  }

  /**
   * The same, which finds concepts also by what others say of them.
   *
   * @param said what is said, by concept as it is published
   */
  public static ConceptSearch over(
      List<ReleaseIndex> indexes, Map<Concept, List<Annotation>> said) {
    List<ReleaseIndex> beside = said.isEmpty() ? List.of() : List.of(ReleaseIndex.of(said));
    try {
      IndexReader[] readers =
          Stream.concat(indexes.stream(), beside.stream())
              .map(ReleaseIndex::reader)
              .toArray(IndexReader[]::new);
      Set<ConceptRef> annotated =
          said.keySet().stream().map(Concept::ref).collect(Collectors.toSet());
      return new ConceptSearch(new MultiReader(readers, false), annotated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      beside.forEach(ReleaseIndex::close);
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

  /**
   * Where the page before the one that a query asks for begins, found among the first {@value
   * SearchQuery#MAX_LIMIT} hits: what to give as {@link SearchQuery#after()}, empty text for the
   * first page.
   *
   * @return empty where the query asks for the first page, or for one further away
   */
  public Optional<String> before(SearchQuery query) {
    if (query.after().isEmpty()) {
      return Optional.empty();
    }
    Page first = search(query.after("").upTo(SearchQuery.MAX_LIMIT));
    List<String> places = first.hits().stream().map(first::cursor).toList();
    int last = places.indexOf(query.after()) - query.limit();
    return places.contains(query.after())
        ? Optional.of(last < 0 ? "" : places.get(last))
        : Optional.empty();
  }

  private Page search(SearchQuery query, Cursor after) throws IOException {
    TextQuery text = new TextQuery(query);
    int limit = query.limit();
    if (text.listsAll()) {
      return Tally.of(searched, text.all(), false, after, limit).page(limit, false);
    }
    Optional<Page> strict = strict(text, after, limit);
    if (strict.isPresent()) {
      return strict.get();
    }
    Optional<Reading> reading = new Spelling(searched.searcher(), query).reading(text);
    if (reading.isEmpty()) {
      return relaxed(text, after, limit);
    }
    TextQuery meant = new TextQuery(query.saying(reading.get().text()));
    Optional<Page> whole = strict(meant, after, limit);
    Page page = whole.isPresent() ? whole.get() : relaxed(meant, after, limit);
    return page.by(reading.get());
  }

  /** What holds all the words; empty where nothing does. */
  private Optional<Page> strict(TextQuery text, Cursor after, int limit) throws IOException {
    if (after.relaxed()) {
      return Optional.empty();
    }
    Tally strict = Tally.of(searched, text.strict(), true, after, limit);
    return strict.total() == 0 ? Optional.empty() : Optional.of(strict.page(limit, false));
  }

  /** What holds most of the words, where there are several. */
  private Page relaxed(TextQuery text, Cursor after, int limit) throws IOException {
    boolean several = text.canRelax();
    return Tally.of(searched, several ? text.relaxed() : text.strict(), true, after, limit)
        .page(limit, several);
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
