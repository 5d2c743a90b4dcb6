package fr.passerelle.vocab.skos;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A class, property or individual of Passerelle's own vocabulary: one line of {@code terms.csv}.
 *
 * @param name local name
 * @param kind what it is
 * @param parent prefixed name of what it specialises (of its class, for an individual); may be
 *     empty
 * @param fr French label
 * @param en English label
 * @param comment what it means, in French
 */
record OwnTerm(String name, Kind kind, String parent, String fr, String en, String comment) {

  /** What a term is; for a property, what its values are. */
  enum Kind {
    CLASS,
    INDIVIDUAL,
    /** A property between resources. */
    LINK,
    /** A property of labels, in a language. */
    LABEL,
    /** A property for texts that tell, in a language. */
    NOTE,
    /** A property of words, in a language. */
    TEXT,
    /** A property of codes, without language. */
    STRING,
    BOOLEAN,
    DATE,
    INTEGER
  }

  /** All terms by local name, in the order of the file. */
  static final Map<String, OwnTerm> ALL = read();

  private static Map<String, OwnTerm> read() {
    try (InputStream in =
            Objects.requireNonNull(OwnTerm.class.getResourceAsStream("terms.csv"), "terms.csv");
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in);
        Stream<NamedCsvRecord> lines = csv.stream()) {
      Map<String, OwnTerm> terms = new LinkedHashMap<>();
      lines
          .map(OwnTerm::of)
          .forEach(term -> {
            if (terms.put(term.name(), term) != null) {
              throw new IllegalStateException("terms.csv names twice " + term.name());
            }
          });
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OwnTerm of(NamedCsvRecord line) {
    return new OwnTerm(
        line.getField("name"),
        Kind.valueOf(line.getField("kind").toUpperCase(Locale.ROOT)),
        line.getField("parent"),
        line.getField("fr"),
        line.getField("en"),
        line.getField("comment"));
  }
}
