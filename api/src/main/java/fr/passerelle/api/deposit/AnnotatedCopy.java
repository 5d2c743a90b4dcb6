package fr.passerelle.api.deposit;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file given back with a last column that says what is wrong in each line. */
final class AnnotatedCopy {
  private static final String COLUMN = "ERREURS";

  /** Line and column of a place: {@code file:line:column}. */
  private static final Pattern PLACE = Pattern.compile(".*:(\\d+):(\\d+)");

  private AnnotatedCopy() {}

  static byte[] of(Path file, List<Fault> faults) throws IOException {
    Map<Integer, List<String>> byLine = new HashMap<>();
    List<String> elsewhere = new ArrayList<>();
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
    StringBuilder copy = new StringBuilder();
    try (Reader text = SourceText.open(file, new Findings());
        BufferedReader lines = new BufferedReader(text)) {
      String line = lines.readLine();
      char separator = line == null || line.indexOf(';') < 0 ? ',' : ';';
      for (int number = 1; line != null; number++, line = lines.readLine()) {
        String said =
            number > 1
                ? quoted(String.join(" | ", byLine.getOrDefault(number, List.of())))
                : elsewhere.isEmpty()
                    ? COLUMN
                    : quoted(COLUMN + " : " + String.join(" | ", elsewhere));
        copy.append(line).append(separator).append(said).append("\r\n");
      }
    }
    return copy.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
  }
}
