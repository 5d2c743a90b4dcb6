package fr.passerelle.vocab.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.ReleaseConcepts;
import fr.passerelle.vocab.Scheme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables for spreadsheets: comma, UTF-8 without byte order mark, CRLF, several values of a cell
 * separated by {@code " | "}.
 *
 * <p>A cell that a spreadsheet would take for a formula has an apostrophe before it (docs/decisions
 * 0006). Who reads the table with a program takes it away again.
 */
public final class CsvTables {
  private static final String SEVERAL = " | ";
  private static final String DANGEROUS = "=+-@\t\r\n";

  private CsvTables() {}

  /**
   * Writes a row for each concept; the stream is flushed and left open.
   *
   * @throws IOException where the stream fails
   */
  public static void write(OutputStream out, Scheme scheme) throws IOException {
    rows(
        out,
        List.of("code", "type", "status", "prefLabel", "altLabels", "broader", "definition"),
        scheme.concepts().stream().map(CsvTables::concept));
  }

  /**
   * Writes a row for each pair, then one for each concept that the other side has nothing for.
   *
   * @throws IOException where the stream fails
   */
  public static void write(
      OutputStream out, PublishedRelease release, Correspondence correspondence)
      throws IOException {
    ReleaseConcepts concepts = new ReleaseConcepts(release.release());
    rows(
        out,
        List.of(
            "source",
            "sourceLabel",
            "predicate",
            "target",
            "targetLabel",
            "justification",
            "confidence",
            "order",
            "author",
            "reviewer",
            "date",
            "comment"),
        Stream.concat(
            correspondence.pairs().stream().map(pair -> pair(concepts, pair)),
            correspondence.unmatched().flatMap(each -> unmatched(concepts, each))));
  }

  /**
   * Writes a row for each member of each collection of a release, in their order.
   *
   * @throws IOException where the stream fails
   */
  public static void writeCollections(OutputStream out, Release release) throws IOException {
    ReleaseConcepts concepts = new ReleaseConcepts(release);
    rows(
        out,
        List.of(
            "collection",
            "collectionLabel",
            "description",
            "author",
            "ordered",
            "vocab",
            "code",
            "prefLabel"),
        release.collections().stream()
            .flatMap(
                each -> each.members().stream().map(member -> member(concepts, each, member))));
  }

  private static List<String> member(
      ReleaseConcepts concepts, Collection collection, ConceptRef member) {
    return List.of(
        collection.key(),
        collection.label(),
        collection.description(),
        collection.author().name(),
        String.valueOf(collection.ordered()),
        member.scheme(),
        member.code(),
        concepts.label(member));
  }

  private static List<String> concept(Concept concept) {
    return List.of(
        concept.code(),
        concept.type().id(),
        concept.status().name().toLowerCase(Locale.ROOT),
        concept.prefLabel("fr"),
        concept.altLabels().stream().map(Label::text).collect(Collectors.joining(SEVERAL)),
        concept
            .links(Link.Kind.BROADER)
            .map(link ->
                link.target().scheme().equals(concept.ref().scheme())
                    ? link.target().code()
                    : link.target().toString())
            .collect(Collectors.joining(SEVERAL)),
        concept.notes().stream()
            .filter(note -> note.kind() == Note.Kind.DEFINITION)
            .map(Note::text)
            .collect(Collectors.joining(SEVERAL)));
  }

  private static List<String> pair(ReleaseConcepts concepts, Pair pair) {
    return List.of(
        pair.from().code(),
        concepts.label(pair.from()),
        pair.predicate().id(),
        pair.to().code(),
        concepts.label(pair.to()),
        pair.justification().curie(),
        pair.confidence().isPresent() ? String.valueOf(pair.confidence().getAsDouble()) : "",
        pair.order() > 0 ? String.valueOf(pair.order()) : "",
        pair.note().author(),
        pair.note().reviewer(),
        pair.note().date(),
        pair.note().comment());
  }

  private static Stream<List<String>> unmatched(ReleaseConcepts concepts, Association association) {
    String comment = association.comment();
    return Stream.concat(
        association.sources().stream()
            .map(ref ->
                List.of(
                    ref.code(), concepts.label(ref), "", "", "", "", "", "", "", "", "", comment)),
        association.targets().stream()
            .map(ref ->
                List.of(
                    "", "", "", ref.code(), concepts.label(ref), "", "", "", "", "", "", comment)));
  }

  private static void rows(OutputStream out, List<String> header, Stream<List<String>> rows)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(1 << 14).build(text);
    try {
      csv.writeRecord(header);
      rows.forEach(row -> csv.writeRecord(row.stream().map(CsvTables::safe).toList()));
      csv.flush();
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  /** The cell as text for a spreadsheet too (OWASP, CSV Injection). */
  public static String safe(String cell) {
    return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
