package fr.passerelle.vocab.search;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/**
 * All terms of a document in one field, indexed as a {@link StringField} for each would be: labels
 * have some forty terms, and to Lucene a field costs more than a term.
 */
final class TermsField extends Field {
  private static final FieldType TYPE = type();

  private final Set<String> terms;

  /**
   * @param terms each once
   */
  TermsField(String name, Set<String> terms) {
    super(name, TYPE);
    this.terms = terms;
  }

  private static FieldType type() {
    FieldType type = new FieldType();
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  /** The stream of the field of that name in the document before serves again. */
  @Override
  public TokenStream tokenStream(@Nullable Analyzer analyzer, @Nullable TokenStream reuse) {
    TermStream stream = reuse instanceof TermStream earlier ? earlier : new TermStream();
    stream.words = terms.iterator();
    return stream;
  }

  private static final class TermStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private Iterator<String> words = List.<String>of().iterator();

    @Override
    public void reset() {
      clearAttributes();
    }

    @Override
    public final boolean incrementToken() {
      if (!words.hasNext()) {
        return false;
      }
      // Only the term changes from one to the next: to clear all else too takes a fifth of
      // indexing.
      term.setEmpty().append(words.next());
      return true;
    }
  }
}
