package fr.passerelle.vocab.search;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.search.Facets.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * All that a search found: how many of each group, and the best of them.
 *
 * @param total number of concepts
 * @param groups number of concepts by group
 * @param hits best first, one more than a page holds if there is one
 */
record Tally(int total, Map<Group, Integer> groups, List<Hit> hits) {
  private static final Comparator<Hit> ORDER =
      Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::ref);

  /**
   * Asks every segment in turn; a page is too short to be worth a second thread.
   *
   * @param ranked whether what is known of a label beforehand counts in its score
   */
  static Tally of(Searched searched, Query query, boolean ranked, Cursor after, int limit)
      throws IOException {
    IndexSearcher searcher = searched.searcher();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    Map<Group, Integer> groups = new HashMap<>();
    List<Hit> hits = new ArrayList<>();
    Map<ConceptRef, LeafTally.Apart> apart = new HashMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      BulkScorer scorer = weight.bulkScorer(leaf);
      if (scorer != null) {
        LeafTally tally =
            new LeafTally(leaf.reader(), searched.apart().in(leaf), ranked, after, limit + 1);
        scorer.score(tally, leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
        tally.finish();
        tally.groups().forEach((group, count) -> groups.merge(group, count, Integer::sum));
        hits.addAll(tally.hits());
        tally.apart().forEach(each -> apart.merge(each.hit().ref(), each, Tally::better));
      }
    }
    for (LeafTally.Apart each : apart.values()) {
      groups.merge(each.group(), 1, Integer::sum);
      if (after.isBefore(each.hit())) {
        hits.add(each.hit());
      }
    }
    List<Hit> best = hits.stream().sorted(ORDER).limit(limit + 1L).toList();
    int total = groups.values().stream().mapToInt(Integer::intValue).sum();
    return new Tally(total, groups, best);
  }

  private static LeafTally.Apart better(LeafTally.Apart one, LeafTally.Apart other) {
    return ORDER.compare(one.hit(), other.hit()) <= 0 ? one : other;
  }

  /** The page for that many hits. */
  Page page(int limit, boolean relaxed) {
    List<Hit> shown = hits.subList(0, Math.min(limit, hits.size()));
    String next = "";
    if (hits.size() > limit) {
      Hit last = shown.getLast();
      next = new Cursor(last.score(), ConceptDocuments.key(last.ref()), relaxed).encode();
    }
    return new Page(total, shown, Facets.of(groups), next, relaxed && total > 0, Reading.AS_TYPED);
  }
}
