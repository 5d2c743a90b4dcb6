package fr.passerelle.api.deposit;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.SourceWorkbook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file given back with a last column that says what is wrong in each line. */
final class AnnotatedCopy {
  private static final String COLUMN = "ERREURS";

  /** Line and column of a place: {@code file:line:column}. */
  private static final Pattern PLACE = Pattern.compile(".*:(\\d+):(\\d+)");

  private final Map<Integer, List<String>> byLine = new HashMap<>();
  private final List<String> elsewhere = new ArrayList<>();

  private AnnotatedCopy(List<Fault> faults) {
    for (Fault fault : faults) {
      Matcher place = PLACE.matcher(fault.place());
      if (place.matches()) {
        byLine
            .computeIfAbsent(Integer.parseInt(place.group(1)), any -> new ArrayList<>())
            .add("colonne " + place.group(2) + " : " + fault.message());
      } else {
        elsewhere.add(fault.message());
      }
    }
  }

  /**
   * Writes the copy beside the file, in UTF-8; of a workbook, its first sheet as CSV. It goes when
   * the stream is closed.
   *
   * @param decimalMark of the numbers of a workbook
   */
  static InputStream of(Path file, char decimalMark, List<Fault> faults) throws IOException {
    AnnotatedCopy copy = new AnnotatedCopy(faults);
    Path written = Files.createTempFile("passerelle-copie", ".csv");
    try {
      try (Writer out = Files.newBufferedWriter(written)) {
        if (String.valueOf(file.getFileName()).endsWith(".xlsx")) {
          copy.writeSheet(file, decimalMark, out);
        } else {
          copy.writeLines(file, out);
        }
      }
      return Files.newInputStream(written, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(written);
      throw e;
    }
  }

  private void writeLines(Path file, Writer out) throws IOException {
    try (Reader text = SourceText.open(file, new Findings());
        BufferedReader lines = new BufferedReader(text)) {
      String line = lines.readLine();
      char separator = line == null || line.indexOf(';') < 0 ? ',' : ';';
      for (int number = 1; line != null; number++, line = lines.readLine()) {
        write(out, line, separator, said(number, number == 1));
      }
    }
  }

  /** A workbook that cannot be read has no rows to give back: what is wrong is all there is. */
  private void writeSheet(Path file, char decimalMark, Writer out) throws IOException {
    int[] rows = {0};
    try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
      workbook.readFirst(
          decimalMark,
          new Findings(),
          (number, cells) -> {
            String line =
                cells.stream().map(AnnotatedCopy::quoted).collect(Collectors.joining(";"));
            try {
              write(out, line, ';', said(number, rows[0]++ == 0));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (RefusedException e) {
      write(out, "", ';', said(1, /* header= */ true));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String said(int line, boolean header) {
    if (!header) {
      return String.join(" | ", byLine.getOrDefault(line, List.of()));
    }
    List<String> all = new ArrayList<>(elsewhere);
    all.addAll(byLine.getOrDefault(line, List.of()));
    return all.isEmpty() ? COLUMN : COLUMN + " : " + String.join(" | ", all);
  }

  private static void write(Writer out, String line, char separator, String said)
      throws IOException {
    out.write(line);
    out.write(separator);
    out.write(said.equals(COLUMN) ? said : quoted(said));
    out.write("\r\n");
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
  }
}
