package fr.passerelle.vocab.search;

import fr.passerelle.vocab.ConceptRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** An index seen without some of its concepts, whose documents are as deleted. */
final class Curtain extends FilterDirectoryReader {
  private final Set<ConceptRef> hidden;

  Curtain(DirectoryReader reader, Set<ConceptRef> hidden) throws IOException {
    super(
        reader,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader leaf) {
            try {
              return new Leaf(leaf, hidden);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
    this.hidden = hidden;
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader reader) throws IOException {
    return new Curtain(reader, hidden);
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null; // what is hidden is not part of the key that the index would give
  }

  private static final class Leaf extends FilterLeafReader {
    private final FixedBitSet live;

    Leaf(LeafReader leaf, Set<ConceptRef> hidden) throws IOException {
      super(leaf);
      live = new FixedBitSet(Math.max(leaf.maxDoc(), 1));
      SortedDocValues keys = DocValues.getSorted(leaf, Fields.KEY);
      FixedBitSet shown = new FixedBitSet(Math.max(keys.getValueCount(), 1));
      for (int ord = 0; ord < keys.getValueCount(); ord++) {
        ConceptRef ref = ConceptDocuments.ref(keys.lookupOrd(ord).utf8ToString());
        if (!hidden.contains(ref)) {
          shown.set(ord);
        }
      }
      for (int doc = 0; doc < leaf.maxDoc(); doc++) {
        if (keys.advanceExact(doc) && shown.get(keys.ordValue())) {
          live.set(doc);
        }
      }
    }

    @Override
    public Bits getLiveDocs() {
      return live;
    }

    @Override
    public int numDocs() {
      return live.cardinality();
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }
}
