package fr.passerelle.api.linkeddata.sparql.store;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph over numbered triples, which cannot be changed; terms are the same or they are not. */
final class CompactGraph extends GraphBase {
  private final Dictionary dictionary;
  private final TripleIndex index;

  CompactGraph(Dictionary dictionary, TripleIndex index) {
    this.dictionary = dictionary;
    this.index = index;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  TripleIndex index() {
    return index;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    Node s = pattern.getSubject();
    Node p = pattern.getPredicate();
    Node o = pattern.getObject();
    int subject = s.isConcrete() ? dictionary.find(s) : Dictionary.NONE;
    int predicate = p.isConcrete() ? dictionary.findPredicate(p) : Dictionary.NONE;
    int object = o.isConcrete() ? dictionary.find(o) : Dictionary.NONE;
    boolean absent =
        (s.isConcrete() && subject == Dictionary.NONE)
            || (p.isConcrete() && predicate == Dictionary.NONE)
            || (o.isConcrete() && object == Dictionary.NONE);
    return absent
        ? NullIterator.instance()
        : WrappedIterator.create(new Found(dictionary, index.find(subject, predicate, object)));
  }

  @Override
  protected boolean graphBaseContains(Triple triple) {
    if (!triple.isConcrete()) {
      return containsByFind(triple);
    }
    int subject = dictionary.find(triple.getSubject());
    int predicate = dictionary.findPredicate(triple.getPredicate());
    int object = dictionary.find(triple.getObject());
    return subject != Dictionary.NONE
        && predicate != Dictionary.NONE
        && object != Dictionary.NONE
        && index.contains(subject, predicate, object);
  }

  @Override
  protected int graphBaseSize() {
    return index.size();
  }
}
