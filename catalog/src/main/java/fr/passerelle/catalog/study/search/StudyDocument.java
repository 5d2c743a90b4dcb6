package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.territory.Territories;
import fr.passerelle.vocab.search.FrenchText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** A study as the index of words takes it: stems apart by spaces. */
final class StudyDocument {
  static final String ID = "id";
  static final String NUMBER = "number";
  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String NAMES = "names";

  /** Words of the title as they are, for those being typed. */
  static final String WORDS = "words";

  private StudyDocument() {}

  static Document of(Study study, Stems stems, Producers producers, Territories territories) {
    Document document = new Document();
    Content said = study.content();
    document.add(new StringField(ID, study.id().value(), Field.Store.NO));
    document.add(new NumericDocValuesField(NUMBER, study.number()));
    document.add(text(TITLE, stems.title()));
    document.add(text(TEXT, stems.text()));
    document.add(text(NAMES, FrenchText.stems(names(study, producers, territories))));
    document.add(text(WORDS, FrenchText.words(said.title())));
    return document;
  }

  private static TextField text(String name, List<String> words) {
    return new TextField(name, String.join(" ", words), Field.Store.NO);
  }

  private static String names(Study study, Producers producers, Territories territories) {
    Content said = study.content();
    return Stream.of(
            said.producers().stream().map(code -> producers.name(code, "fr")),
            said.authors().stream(),
            Stream.of(said.series().title(), said.note()),
            said.subjects().sectors().stream(),
            said.subjects().audiences().stream(),
            study.territories().stream().map(territories::name),
            said.subjects().concepts().stream().map(ref -> ref.code()))
        .flatMap(each -> each)
        .collect(Collectors.joining(" "));
  }

  /** Members of the written form in which words are looked for, in order, each with its text. */
  static List<StudyHit.Matched> fields(Study study, Producers producers) {
    Content said = study.content();
    String names =
        said.producers().stream()
            .map(code -> producers.name(code, "fr"))
            .collect(Collectors.joining(", "));
    return List.of(
        new StudyHit.Matched("title", said.title()),
        new StudyHit.Matched("series", said.series().title()),
        new StudyHit.Matched("producers", names),
        new StudyHit.Matched("authors", String.join(", ", said.authors())),
        new StudyHit.Matched("sectors", String.join(", ", said.subjects().sectors())),
        new StudyHit.Matched("audiences", String.join(", ", said.subjects().audiences())),
        new StudyHit.Matched("note", said.note()),
        new StudyHit.Matched("abstract", said.abstractText()),
        new StudyHit.Matched("method", said.method()));
  }
}
