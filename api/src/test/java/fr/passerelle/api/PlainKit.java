package fr.passerelle.api;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The pairs of a kit as a plain reader sees them, which shares no line with the real one: {@code
 * 01022103 RNCP37566}.
 */
public final class PlainKit {
  private static final Pattern SHARED = Pattern.compile("(?s)<si>(.*?)</si>");
  private static final Pattern ROW = Pattern.compile("(?s)<row .*?</row>");
  private static final Pattern CELL =
      Pattern.compile("(?s)<c r=\"([A-Z]+)\\d+\"([^>]*?)(?:/>|>.*?<v>(.*?)</v></c>)");

  private PlainKit() {}

  /** The pairs of a file, CSV or XLSX. */
  public static Set<String> pairs(Path file) throws IOException {
    Set<String> pairs = new HashSet<>();
    for (List<String> row : file.toString().endsWith(".csv") ? csv(file) : workbook(file)) {
      if (row.get(1).strip().matches("RNCP\\d+")) {
        String code = row.get(0).strip();
        pairs.add("0".repeat(8 - code.length()) + code + " " + row.get(1).strip());
      }
    }
    return pairs;
  }

  private static List<List<String>> csv(Path file) throws IOException {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
      return csv.stream().map(row -> List.of(row.getField(0), row.getField(2))).toList();
    }
  }

  /** The sheet that has the most rows; its first column and its third. */
  private static List<List<String>> workbook(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> shared = new ArrayList<>();
      Matcher texts = SHARED.matcher(text(zip, "xl/sharedStrings.xml"));
      while (texts.find()) {
        shared.add(texts.group(1).replaceAll("<[^>]*>", ""));
      }
      List<List<String>> best = List.of();
      for (String name : zip.stream().map(ZipEntry::getName).toList()) {
        if (name.matches("xl/worksheets/sheet\\d+\\.xml")) {
          List<List<String>> rows = rows(text(zip, name), shared);
          best = rows.size() > best.size() ? rows : best;
        }
      }
      return best;
    }
  }

  private static List<List<String>> rows(String sheet, List<String> shared) {
    List<List<String>> rows = new ArrayList<>();
    Matcher row = ROW.matcher(sheet);
    while (row.find()) {
      Map<String, String> cells = new HashMap<>();
      Matcher cell = CELL.matcher(row.group());
      while (cell.find()) {
        if (cell.group(3) != null) {
          boolean reference = cell.group(2).contains("t=\"s\"");
          cells.put(
              cell.group(1),
              reference ? shared.get(Integer.parseInt(cell.group(3))) : cell.group(3));
        }
      }
      rows.add(List.of(cells.getOrDefault("A", ""), cells.getOrDefault("C", "")));
    }
    return rows;
  }

  private static String text(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
