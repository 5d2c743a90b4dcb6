package fr.passerelle.catalog.study.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** All documents that answer a question: numbers of studies and scores, in no order. */
final class Matches {
  private long[] numbers = new long[256];
  private float[] scores = new float[256];
  private int size;

  private Matches() {}

  /** Asks every segment in turn: the page is too short to be worth a second thread. */
  static Matches of(IndexSearcher searcher, Query query) {
    Matches matches = new Matches();
    try {
      Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        BulkScorer scorer = weight.bulkScorer(leaf);
        if (scorer != null) {
          NumericDocValues values = DocValues.getNumeric(leaf.reader(), StudyDocument.NUMBER);
          scorer.score(
              matches.new Leaf(values),
              leaf.reader().getLiveDocs(),
              0,
              DocIdSetIterator.NO_MORE_DOCS);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return matches;
  }

  int size() {
    return size;
  }

  long number(int i) {
    return numbers[i];
  }

  float score(int i) {
    return scores[i];
  }

  private void add(long number, float score) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    numbers[size] = number;
    scores[size++] = score;
  }

  private final class Leaf implements LeafCollector {
    private final NumericDocValues values;
    private @Nullable Scorable scorer;

    Leaf(NumericDocValues values) {
      this.values = values;
    }

    @Override
    public void setScorer(Scorable newScorer) {
      scorer = newScorer;
    }

    @Override
    public void collect(int doc) throws IOException {
      if (values.advanceExact(doc)) {
        add(values.longValue(), scorer == null ? 0 : scorer.score());
      }
    }
  }
}
