package fr.passerelle.api.linkeddata.sparql.store;

import java.util.Arrays;
import org.apache.jena.graph.Triple;

/** The triples of one graph as they come, numbered. */
final class GraphContent {
  private final Dictionary dictionary;
  private long[] keys = new long[1 << 10];
  private int size;

  GraphContent(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  void add(Triple triple) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * keys.length);
    }
    keys[size++] =
        Order.SPO.key(
            dictionary.add(triple.getSubject()),
            dictionary.addPredicate(triple.getPredicate()),
            dictionary.add(triple.getObject()));
  }

  TripleIndex index() {
    return TripleIndex.of(Arrays.copyOf(keys, size));
  }
}
