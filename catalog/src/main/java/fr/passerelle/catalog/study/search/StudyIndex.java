package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.territory.Territories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/**
 * All studies at one moment, ready to be searched. Immutable; any number of threads may search at
 * once. Who asks is part of each question: hidden studies are in no page, count or facet.
 */
public final class StudyIndex {
  private static final Cleaner CLEANER = Cleaner.create();

  /** Latest first, those without date last; among equals the one recorded last first. */
  private static final Comparator<Row> BY_DATE =
      Comparator.comparing(Row::date).thenComparingLong(row -> row.study().number()).reversed();

  private final IndexSearcher searcher;
  private final Map<Long, Row> rows;
  private final List<Row> byDate;
  private final FacetValues values;
  private final Map<String, Double> rarities = new ConcurrentHashMap<>();
  private final Producers producers;
  private final Territories territories;

  /** The reader is let go of once nobody holds this index any more. */
  StudyIndex(
      DirectoryReader reader,
      Map<Long, Row> rows,
      FacetValues values,
      Producers producers,
      Territories territories) {
    reader.incRef();
    CLEANER.register(this, () -> release(reader));
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
    this.rows = rows;
    this.values = values;
    this.byDate = rows.values().stream().sorted(BY_DATE).toList();
    this.producers = producers;
    this.territories = territories;
  }

  private static void release(DirectoryReader reader) {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The territories it knows. */
  public Territories territories() {
    return territories;
  }

  /** How rare a stem is among all studies (inverse document frequency). */
  double rarity(String stem) {
    return rarities.computeIfAbsent(stem, this::countRarity);
  }

  private double countRarity(String stem) {
    IndexReader reader = searcher.getIndexReader();
    try {
      int with =
          Math.max(
              reader.docFreq(new Term(StudyDocument.TITLE, stem)),
              reader.docFreq(new Term(StudyDocument.TEXT, stem)));
      return Math.log(1 + (reader.numDocs() + 1.0) / (with + 1.0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  IndexSearcher searcher() {
    return searcher;
  }

  Map<Long, Row> rows() {
    return rows;
  }

  Producers producers() {
    return producers;
  }

  /** A study that met a question, before the page is cut. */
  private record Found(Row row, float score) {}

  /**
   * What a reader finds.
   *
   * @param today the day, on which it depends what is late
   * @throws IllegalArgumentException where {@link StudyQuery#after()} is not what a page gave
   */
  public StudyPage search(StudyQuery query, Reader reader, LocalDate today) {
    WordQuery words = WordQuery.of(query.text());
    if (query.text().isBlank()) {
      return page(query, words, all(query, reader, today), false);
    }
    if (words.words().isEmpty()) {
      return page(query, words, List.of(), false);
    }
    List<Found> strict = matching(Matches.of(searcher, words.strict()), query, reader, today);
    if (!strict.isEmpty() || words.words().size() < 2) {
      return page(query, words, strict, false);
    }
    List<Found> relaxed = matching(Matches.of(searcher, words.relaxed()), query, reader, today);
    return page(query, words, relaxed, !relaxed.isEmpty());
  }

  private List<Found> all(StudyQuery query, Reader reader, LocalDate today) {
    StudyFilter filter = StudyFilter.of(query, values, reader, today);
    List<Found> found = new ArrayList<>();
    for (Row row : byDate) {
      if (filter.lets(row)) {
        found.add(new Found(row, 0));
      }
    }
    return found;
  }

  private List<Found> matching(Matches matches, StudyQuery query, Reader reader, LocalDate today) {
    StudyFilter filter = StudyFilter.of(query, values, reader, today);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      Row row = rows.get(matches.number(i));
      if (row != null && filter.lets(row)) {
        found.add(new Found(row, matches.score(i)));
      }
    }
    return found;
  }

  private StudyPage page(StudyQuery query, WordQuery words, List<Found> found, boolean relaxed) {
    List<Found> sorted = sorted(query, found);
    int from = query.after().isEmpty() ? 0 : countUpTo(sorted, query);
    int to = Math.min(sorted.size(), from + query.limit());
    Excerpt excerpt = new Excerpt(words);
    List<StudyHit> hits = new ArrayList<>();
    for (Found each : sorted.subList(from, to)) {
      Study study = each.row().study();
      StudyHit.Matched matched =
          words.words().isEmpty() ? StudyHit.Matched.NOTHING : excerpt.of(each.row(), producers);
      hits.add(new StudyHit(study, each.score(), matched, place(query.sort(), each)));
    }
    String next = to < sorted.size() ? hits.getLast().place() : "";
    return new StudyPage(
        hits, sorted.size(), next, before(query, sorted, from), relaxed, facets(found));
  }

  private static Optional<String> before(StudyQuery query, List<Found> sorted, int from) {
    if (from == 0) {
      return Optional.empty();
    }
    int last = from - query.limit() - 1;
    return Optional.of(last < 0 ? "" : place(query.sort(), sorted.get(last)));
  }

  private static List<Found> sorted(StudyQuery query, List<Found> found) {
    // Without words it is in the order of dates already.
    boolean dated =
        query.sort() == StudyQuery.Sort.DATE || query.sort() == StudyQuery.Sort.RELEVANCE;
    if (query.text().isBlank() && dated) {
      return found;
    }
    return found.stream().sorted(order(query.sort())).toList();
  }

  private static Comparator<Found> order(StudyQuery.Sort sort) {
    return switch (sort) {
      case RELEVANCE ->
          Comparator.comparingDouble(Found::score).reversed().thenComparing(Found::row, BY_DATE);
      case DATE -> Comparator.comparing(Found::row, BY_DATE);
      case NUMBER -> Comparator.comparingLong(each -> each.row().study().number());
      case CHANGE ->
          Comparator.comparingLong((Found each) -> each.row().study().sequence()).reversed();
    };
  }

  private static String place(StudyQuery.Sort sort, Found found) {
    String number = Long.toString(found.row().study().number());
    return switch (sort) {
      case RELEVANCE -> found.score() + " " + found.row().date() + " " + number;
      case DATE -> found.row().date() + " " + number;
      case NUMBER -> number;
      case CHANGE -> Long.toString(found.row().study().sequence());
    };
  }

  private static long number(StudyQuery.Sort sort, Found found) {
    Study study = found.row().study();
    return sort == StudyQuery.Sort.CHANGE ? study.sequence() : study.number();
  }

  /** How many come before or at a place; what has left meanwhile shifts nothing. */
  private static int countUpTo(List<Found> sorted, StudyQuery query) {
    Place last = Place.parse(query.sort(), query.after());
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Found each = sorted.get(middle);
      if (last.compare(each.score(), each.row().date(), number(query.sort(), each)) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Map<Facet, List<StudyPage.Count>> facets(List<Found> found) {
    Map<Facet, List<StudyPage.Count>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(facet, values.counts(facet, found.stream().map(Found::row)));
    }
    return facets;
  }
}
