package fr.passerelle.vocab.release;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the correspondences that {@link CorrespondenceJson} wrote. */
final class CorrespondenceParser {
  /** First cell of a line that is an association; that of a pair names its predicate. */
  static final String ASSOCIATION = "ASSOCIATION";

  private final JsonParser json;
  private final ConceptParser names;

  /** The parser of the file's concepts lends its names, so that memory holds them once. */
  CorrespondenceParser(JsonParser json, ConceptParser names) {
    this.json = json;
    this.names = names;
  }

  /**
   * Reads one correspondence, whose first field name has been read.
   *
   * @return the token after it: the start of the next, or null at the end
   */
  @Nullable JsonToken read(List<Correspondence> correspondences) throws IOException {
    Correspondence.Author author =
        new Correspondence.Author(names.next(), ReleaseFile.field(json, "author"));
    String source = names.shared(ReleaseFile.field(json, "source"));
    String target = names.shared(ReleaseFile.field(json, "target"));
    Correspondence.Versions versions =
        new Correspondence.Versions(
            ReleaseFile.field(json, "sourceVersion"), ReleaseFile.field(json, "targetVersion"));
    String method = ReleaseFile.field(json, "method");
    names.expect(JsonToken.END_OBJECT);
    List<Pair> pairs = new ArrayList<>();
    List<Association> associations = new ArrayList<>();
    JsonToken token = json.nextToken();
    while (token == JsonToken.START_ARRAY) {
      String first = names.next();
      if (first.equals(ASSOCIATION)) {
        associations.add(new Association(codes(source), codes(target), names.next()));
      } else {
        pairs.add(pair(source, target, Predicate.valueOf(first)));
      }
      names.expect(JsonToken.END_ARRAY);
      token = json.nextToken();
    }
    correspondences.add(
        new Correspondence(author, source, target, versions, method, associations, pairs));
    return token;
  }

  private Pair pair(String source, String target, Predicate predicate) throws IOException {
    ConceptRef from = names.ref(source, names.next());
    ConceptRef to = names.ref(target, names.next());
    Justification justification = Justification.valueOf(names.next());
    String confidence = names.next();
    json.nextToken();
    int order = json.getIntValue();
    String author = names.shared(names.next());
    String reviewer = names.shared(names.next());
    String date = names.shared(names.next());
    String comment = names.shared(names.next());
    boolean silent = (author + reviewer + date + comment).isEmpty();
    return new Pair(
        from,
        to,
        predicate,
        justification,
        confidence.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(confidence)),
        order,
        silent ? Pair.Remark.NONE : new Pair.Remark(author, reviewer, date, comment));
  }

  private List<ConceptRef> codes(String scheme) throws IOException {
    List<ConceptRef> refs = new ArrayList<>();
    names.expect(JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      refs.add(names.ref(scheme, json.getText()));
    }
    return refs;
  }
}
