package fr.passerelle.vocab.search;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/** The documents of a concept in the index, one after the other: its notation, each label, ... */
final class ConceptDocuments {
  /** In characters, of a text that says what matched. */
  private static final int LONGEST_SHOWN = 160;

  private final Concept concept;
  private final List<Document> documents = new ArrayList<>();

  private ConceptDocuments(Concept concept) {
    this.concept = concept;
  }

  static List<Document> of(Concept concept) {
    ConceptDocuments made = new ConceptDocuments(concept);
    made.addNotation();
    concept.prefLabels().forEach(label -> made.addLabel(Match.Field.PREF_LABEL, label));
    concept.altLabels().forEach(label -> made.addLabel(Match.Field.ALT_LABEL, label));
    concept.hiddenLabels().forEach(label -> made.addLabel(Match.Field.HIDDEN_LABEL, label));
    concept.notes().stream()
        .filter(note -> note.kind() == Note.Kind.DEFINITION)
        .forEach(note -> made.addText(Match.Field.DEFINITION, "", note.text(), note.lang()));
    return made.documents;
  }

  /** The documents of what others say of a concept. */
  static List<Document> of(Concept concept, List<Annotation> said) {
    ConceptDocuments made = new ConceptDocuments(concept);
    for (Annotation each : said) {
      switch (each.kind()) {
        case LABEL ->
            made.addLabel(Match.Field.REGIONAL_LABEL, new Label(each.text(), each.lang()));
        case NOTE ->
            made.addText(Match.Field.REGIONAL_NOTE, begun(each.text()), each.text(), each.lang());
      }
    }
    return made.documents;
  }

  private static String begun(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  /** One string that sorts as the name of a concept does. */
  static String key(ConceptRef ref) {
    return ref.scheme() + " " + ref.code();
  }

  static ConceptRef ref(String key) {
    int end = key.indexOf(' ');
    return new ConceptRef(key.substring(0, end), key.substring(end + 1));
  }

  /** Every concept has exactly one such document. */
  private void addNotation() {
    Document document = add(Match.Field.NOTATION, concept.code(), concept.code().length());
    Set<String> codes = Forms.ofCode(concept.ref().scheme(), concept.code());
    addTerms(document, Fields.CODE, codes);
    addTerms(document, Fields.starts(Fields.CODE), Fields.startsOf(codes));
    labels().map(Label::lang).distinct().forEach(lang -> addTerm(document, Fields.LANG, lang));
  }

  private void addLabel(Match.Field field, Label label) {
    List<String> words = Words.of(label.text());
    Set<String> forms = Forms.ofLabel(label.text());
    int shortest = forms.stream().mapToInt(String::length).min().orElse(0);
    String shown = field == Match.Field.HIDDEN_LABEL ? "" : label.text();
    Document document = add(field, shown, shortest);
    addTerm(document, Fields.LANG, label.lang());
    addTerms(document, Fields.WORD, words);
    addTerms(document, Fields.starts(Fields.WORD), Fields.startsOf(words));
    addTerms(document, Fields.STEM, Words.stems(words));
    addTerms(document, Fields.FORM, forms);
    List<String> first = forms.stream().map(Forms::firstWord).toList();
    addTerms(document, Fields.FIRST, first);
    addTerms(document, Fields.starts(Fields.FIRST), Fields.startsOf(first));
  }

  /** With the words of the labels, as a text may take some from here and some from there. */
  private void addText(Match.Field field, String shown, String text, String lang) {
    Document document = add(field, shown, text.length());
    addTerm(document, Fields.LANG, lang);
    List<String> words = new ArrayList<>(Words.of(text));
    labels()
        .filter(label -> label.lang().equals(lang))
        .forEach(label -> words.addAll(Words.of(label.text())));
    addTerms(document, Fields.STEM, Words.stems(words));
  }

  private Stream<Label> labels() {
    return Stream.of(concept.prefLabels(), concept.altLabels(), concept.hiddenLabels())
        .flatMap(List::stream);
  }

  private Document add(Match.Field field, String shown, int length) {
    String group =
        new Facets.Group(concept.ref().scheme(), concept.type(), concept.status()).toString();
    Document document = new Document();
    document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key(concept.ref()))));
    document.add(new SortedDocValuesField(Fields.GROUP, new BytesRef(group)));
    document.add(new SortedDocValuesField(Fields.FIELD, new BytesRef(field.name())));
    document.add(new BinaryDocValuesField(Fields.TEXT, new BytesRef(shown)));
    document.add(new NumericDocValuesField(Fields.RANK, Rank.of(concept, field, length)));
    addTerm(document, Fields.FIELD, field.name());
    addTerm(document, Fields.VOCAB, concept.ref().scheme());
    addTerm(document, Fields.TYPE, concept.type().name());
    addTerm(document, Fields.STATUS, concept.status().name());
    documents.add(document);
    return document;
  }

  private static void addTerms(Document document, String field, Collection<String> terms) {
    document.add(new TermsField(field, new LinkedHashSet<>(terms)));
  }

  private static void addTerm(Document document, String field, String term) {
    document.add(new StringField(field, term, Field.Store.NO));
  }
}
