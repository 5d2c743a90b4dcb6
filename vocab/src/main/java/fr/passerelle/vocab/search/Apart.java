package fr.passerelle.vocab.search;

import fr.passerelle.vocab.ConceptRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Concepts of which several indexes have documents, by the ordinal that each segment gives them:
 * they are told apart while counting, so that each counts once, by the best of its documents.
 */
final class Apart {
  private final List<FixedBitSet> bySegment;

  private Apart(List<FixedBitSet> bySegment) {
    this.bySegment = bySegment;
  }

  static Apart of(IndexReader reader, Set<ConceptRef> concepts) throws IOException {
    List<FixedBitSet> bySegment = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues keys = DocValues.getSorted(leaf.reader(), Fields.KEY);
      FixedBitSet ordinals = new FixedBitSet(keys.getValueCount());
      for (ConceptRef concept : concepts) {
        set(keys, concept, ordinals);
      }
      bySegment.add(ordinals);
    }
    return new Apart(bySegment);
  }

  private static void set(SortedDocValues keys, ConceptRef concept, FixedBitSet ordinals) {
    try {
      int ordinal = keys.lookupTerm(new BytesRef(ConceptDocuments.key(concept)));
      if (ordinal >= 0) {
        ordinals.set(ordinal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of one segment, by ordinal. */
  FixedBitSet in(LeafReaderContext leaf) {
    return bySegment.get(leaf.ord);
  }
}
