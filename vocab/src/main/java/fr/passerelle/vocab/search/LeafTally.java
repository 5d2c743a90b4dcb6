package fr.passerelle.vocab.search;

import fr.passerelle.vocab.search.Facets.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * What a search found in one segment. The documents of a concept follow one another, so that the
 * best of them is known as soon as the next concept comes.
 */
final class LeafTally implements LeafCollector {
  /** Worst first. */
  private static final Comparator<Found> ORDER =
      Comparator.comparingDouble(Found::score)
          .thenComparing(Comparator.comparingInt(Found::concept).reversed());

  /** Until the first document comes. */
  private static final Scorable NO_SCORER =
      new Scorable() {
        @Override
        public float score() {
          return 0;
        }
      };

  private final LeafReader reader;
  private final boolean ranked;
  private final int limit;
  private final float afterScore;
  private final int afterConcept;
  private final SortedDocValues concepts;
  private final SortedDocValues groups;
  private final NumericDocValues ranks;
  private final int[] counts;
  private final FixedBitSet apart;
  private final List<Found> foundApart = new ArrayList<>();
  private final PriorityQueue<Found> best = new PriorityQueue<>(ORDER);

  private Scorable scorer = NO_SCORER;
  private int concept = -1;
  private int bestDoc;
  private float bestScore;

  /**
   * @param apart concepts that are not counted here, see {@link #apart()}
   */
  LeafTally(LeafReader reader, FixedBitSet apart, boolean ranked, Cursor after, int limit)
      throws IOException {
    this.reader = reader;
    this.apart = apart;
    this.ranked = ranked;
    this.limit = limit;
    this.concepts = DocValues.getSorted(reader, Fields.KEY);
    this.groups = DocValues.getSorted(reader, Fields.GROUP);
    this.ranks = DocValues.getNumeric(reader, Fields.RANK);
    this.counts = new int[groups.getValueCount()];
    this.afterScore = after.score();
    int found = concepts.lookupTerm(new BytesRef(after.key()));
    // Where the concept has gone: as if it were just before the first one after it.
    this.afterConcept = found < 0 ? -found - 2 : found;
  }

  @Override
  public void setScorer(Scorable newScorer) {
    this.scorer = newScorer;
  }

  @Override
  public void collect(int doc) throws IOException {
    concepts.advanceExact(doc);
    float score = scorer.score();
    if (ranked && ranks.advanceExact(doc)) {
      score += ranks.longValue();
    }
    if (concepts.ordValue() != concept) {
      close();
      concept = concepts.ordValue();
      if (!apart.get(concept)) {
        groups.advanceExact(doc);
        counts[groups.ordValue()]++;
      }
      bestScore = Float.NEGATIVE_INFINITY;
    }
    if (score > bestScore) {
      bestScore = score;
      bestDoc = doc;
    }
  }

  @Override
  public void finish() {
    close();
    concept = -1;
  }

  /** Keeps the concept just read if it is on the page. */
  private void close() {
    if (concept >= 0 && apart.get(concept)) {
      foundApart.add(new Found(bestScore, concept, bestDoc));
    } else if (concept >= 0 && isAfter()) {
      keep();
    }
  }

  private void keep() {
    if (best.size() < limit) {
      best.add(new Found(bestScore, concept, bestDoc));
    } else if (bestScore > best.element().score()) {
      best.remove();
      best.add(new Found(bestScore, concept, bestDoc));
    }
  }

  private boolean isAfter() {
    return bestScore < afterScore || (bestScore == afterScore && concept > afterConcept);
  }

  Map<Group, Integer> groups() throws IOException {
    Map<Group, Integer> named = new HashMap<>();
    for (int group = 0; group < counts.length; group++) {
      if (counts[group] > 0) {
        named.put(Group.parse(groups.lookupOrd(group).utf8ToString()), counts[group]);
      }
    }
    return named;
  }

  /** The best, in no order. */
  List<Hit> hits() throws IOException {
    return hits(best);
  }

  /** A concept that other segments may hold as well. */
  record Apart(Hit hit, Group group) {}

  /** What was found of concepts that other segments may hold as well, before the page or on it. */
  List<Apart> apart() throws IOException {
    List<Apart> all = new ArrayList<>(foundApart.size());
    List<Hit> hits = hits(foundApart);
    for (int i = 0; i < hits.size(); i++) {
      SortedDocValues group = DocValues.getSorted(reader, Fields.GROUP);
      group.advanceExact(foundApart.get(i).doc);
      all.add(
          new Apart(hits.get(i), Group.parse(group.lookupOrd(group.ordValue()).utf8ToString())));
    }
    return all;
  }

  private List<Hit> hits(Collection<Found> some) throws IOException {
    List<Hit> hits = new ArrayList<>(some.size());
    for (Found found : some) {
      String key = concepts.lookupOrd(found.concept).utf8ToString();
      Match match = ranked ? match(found.doc) : Match.NONE;
      hits.add(new Hit(ConceptDocuments.ref(key), found.score, match));
    }
    return hits;
  }

  private Match match(int doc) throws IOException {
    // Doc values only go forward: each hit needs its own.
    SortedDocValues field = DocValues.getSorted(reader, Fields.FIELD);
    BinaryDocValues text = DocValues.getBinary(reader, Fields.TEXT);
    field.advanceExact(doc);
    text.advanceExact(doc);
    return new Match(
        Match.Field.valueOf(field.lookupOrd(field.ordValue()).utf8ToString()),
        text.binaryValue().utf8ToString());
  }

  /** A concept that may be on the page. */
  private record Found(float score, int concept, int doc) {}
}
