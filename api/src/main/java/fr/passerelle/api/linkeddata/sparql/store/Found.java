package fr.passerelle.api.linkeddata.sparql.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;

/** The triples of a range, one after the other, until the thread that asks is interrupted. */
final class Found implements Iterator<Triple> {
  /** Triples between two looks at whether to go on. */
  private static final int STRETCH = 255;

  private final Dictionary dictionary;
  private final TripleIndex.Range range;
  private int at;

  Found(Dictionary dictionary, TripleIndex.Range range) {
    this.dictionary = dictionary;
    this.range = range;
    at = range.from();
  }

  @Override
  public boolean hasNext() {
    return at < range.to();
  }

  @Override
  public Triple next() {
    if (at >= range.to()) {
      throw new NoSuchElementException();
    }
    if ((at & STRETCH) == 0 && Thread.currentThread().isInterrupted()) {
      throw new QueryCancelledException();
    }
    long key = range.keys()[at++];
    Order order = range.order();
    return Triple.create(
        dictionary.node(order.subject(key)),
        dictionary.predicate(order.predicate(key)),
        dictionary.node(order.object(key)));
  }
}
