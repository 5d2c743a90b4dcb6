package fr.passerelle.vocab.release;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the concepts that {@link ConceptJson} wrote, names shared so that memory holds them once.
 */
final class ConceptParser {
  private final JsonParser json;
  private final Map<String, Map<String, ConceptRef>> refs = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  // What the link before said, which most say again: a hundred thousand are read at each start.
  private Link.Kind kind = Link.Kind.BROADER;
  private Link.Mark mark = Link.Mark.NONE;
  private String scheme = "";

  ConceptParser(JsonParser json) {
    this.json = json;
  }

  /**
   * Reads the concepts of a scheme.
   *
   * @return the token after them: the start of the next scheme, or null at the end
   */
  @Nullable JsonToken readAll(String scheme, List<Concept> concepts) throws IOException {
    JsonToken token = json.nextToken();
    while (token == JsonToken.START_ARRAY) {
      concepts.add(read(scheme));
      token = json.nextToken();
    }
    return token;
  }

  private Concept read(String scheme) throws IOException {
    ConceptRef ref = ref(scheme, next());
    ConceptType type = ConceptType.valueOf(next());
    Status status = Status.valueOf(next());
    List<Label> prefLabels = labels();
    List<Label> altLabels = labels();
    List<Label> hiddenLabels = labels();
    List<Note> notes = notes();
    List<Link> links = links();
    Map<Property, String> properties = properties();
    Concept.History history = new Concept.History(shared(next()), shared(next()), shared(next()));
    expect(JsonToken.END_ARRAY);
    return new Concept(
        ref, type, status, prefLabels, altLabels, hiddenLabels, notes, links, properties, history);
  }

  private List<Label> labels() throws IOException {
    List<Label> labels = new ArrayList<>();
    expect(JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String lang = is("fr") ? "fr" : shared(json.getText());
      labels.add(
          lang.endsWith(ConceptJson.JOB)
              ? new Label(
                  next(),
                  shared(lang.substring(0, lang.length() - ConceptJson.JOB.length())),
                  Label.Kind.METIER)
              : new Label(next(), lang));
    }
    return labels;
  }

  private List<Note> notes() throws IOException {
    List<Note> notes = new ArrayList<>();
    expect(JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Note.Kind kind = Note.Kind.valueOf(json.getText());
      String lang = shared(next());
      notes.add(new Note(kind, next(), lang));
    }
    return notes;
  }

  private List<Link> links() throws IOException {
    List<Link> links = new ArrayList<>();
    expect(JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      kind = is(kind.name()) ? kind : Link.Kind.valueOf(json.getText());
      json.nextToken();
      scheme = is(scheme) ? scheme : json.getText();
      ConceptRef target = ref(scheme, next());
      json.nextToken();
      mark = is(mark.name()) ? mark : Link.Mark.valueOf(json.getText());
      json.nextToken();
      links.add(new Link(kind, target, mark, json.getIntValue()));
    }
    return links;
  }

  private Map<Property, String> properties() throws IOException {
    Map<Property, String> properties = new EnumMap<>(Property.class);
    expect(JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Property property = Property.valueOf(json.getText());
      properties.put(property, shared(next()));
    }
    return properties;
  }

  String next() throws IOException {
    json.nextToken();
    return json.getText();
  }

  void expect(JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw new IOException("release file broken at " + json.currentLocation());
    }
  }

  ConceptRef ref(String scheme, String code) {
    Map<String, ConceptRef> codes = refs.computeIfAbsent(scheme, key -> new HashMap<>());
    ConceptRef known = codes.get(code);
    if (known == null) {
      known = new ConceptRef(shared(scheme), code);
      codes.put(code, known);
    }
    return known;
  }

  /** Whether the present token is that word; none is made to tell. */
  private boolean is(String word) throws IOException {
    int length = json.getTextLength();
    if (length != word.length()) {
      return false;
    }
    char[] text = json.getTextCharacters();
    int offset = json.getTextOffset();
    for (int i = 0; i < length; i++) {
      if (text[offset + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  String shared(String word) {
    String known = words.putIfAbsent(word, word);
    return known == null ? word : known;
  }
}
