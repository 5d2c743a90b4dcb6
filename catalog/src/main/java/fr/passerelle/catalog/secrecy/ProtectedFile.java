package fr.passerelle.catalog.secrecy;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.passerelle.catalog.indicator.Period;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Protected tables as files, what {@code ./passerelle protect} hands back: a zip of three CSV files
 * (semicolons, UTF-8, a header).
 *
 * <ul>
 *   <li>{@code table.csv}, {@code key;value}: what the table is, {@code absent} being what a cell
 *       without a line has, {@code 0} or {@code none};
 *   <li>{@code groups.csv}, {@code group;commune}: the communes told of. A group bears the code of
 *       its first commune;
 *   <li>{@code cells.csv}, {@code period;group;}, a column for each dimension, {@code value;mark}:
 *       values, {@code mark} being {@code P} where a count may stand for another and {@code G}
 *       where a value is of several communes.
 * </ul>
 *
 * <p>The same table is always the same bytes.
 */
public final class ProtectedFile {
  /** Name of the folder, in the data folder, into which they are handed back. */
  public static final String FOLDER = "protected";

  /** What names of reports end with, where there is no such file as the raw one was refused. */
  public static final String REFUSED = ".refused.csv";

  /** What names of such files end with. */
  public static final String SUFFIX = ".protected.zip";

  static final String TABLE = "table.csv";
  static final String GROUPS = "groups.csv";
  static final String CELLS = "cells.csv";

  /** Of this description. */
  static final String VERSION = "1";

  /** Earliest date of a zip: that of writing would make other bytes each time. */
  private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ProtectedFile() {}

  /** Reads such a file; one that is none is refused. */
  public static ProtectedTable read(Path path) throws IOException {
    return ProtectedFileReader.read(path);
  }

  /** Writes a table; the stream stays open. */
  public static void write(ProtectedTable table, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    boolean zero = isZeroWhereAbsent(table);
    entry(
        zip, TABLE, csv -> head(table, zero).forEach((key, value) -> csv.writeRecord(key, value)));
    entry(zip, GROUPS, csv -> groups(table, csv));
    entry(zip, CELLS, csv -> cells(table, zero, csv));
    zip.finish();
  }

  /** What an entry is filled with. */
  private interface Filling {
    void write(CsvWriter csv);
  }

  private static void entry(ZipOutputStream zip, String name, Filling filling) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_DATE);
    zip.putNextEntry(entry);
    Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    // Not closed: that would close the zip.
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.LF).build(text);
    filling.write(csv);
    csv.flush();
    text.flush();
    zip.closeEntry();
  }

  /** Where every cell has a value, zeros are what most cells have: they are not written. */
  private static boolean isZeroWhereAbsent(ProtectedTable table) {
    return table.periods().values().stream()
        .flatMap(Arrays::stream)
        .flatMapToLong(Arrays::stream)
        .noneMatch(value -> value == ProtectedTable.NONE);
  }

  private static Map<String, String> head(ProtectedTable table, boolean zero) {
    ProtectedTable.Head head = table.head();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("key", "value");
    all.put("version", VERSION);
    all.put("family", head.family().name());
    all.put("kind", head.family().kind().name());
    all.put("decimals", Integer.toString(head.family().decimals()));
    all.put("threshold", Integer.toString(head.protection().threshold()));
    all.put("largestShare", Double.toString(head.protection().largestShare()));
    all.put("legalBasis", head.protection().legalBasis());
    all.put("vintage", Integer.toString(head.vintage()));
    all.put("status", head.status().name());
    all.put("absent", zero ? "0" : "none");
    all.put(
        "periods",
        table.periods().keySet().stream().map(Period::toString).collect(Collectors.joining(" ")));
    head.family()
        .dimensions()
        .forEach((name, codes) -> all.put("dimension " + name, String.join(" ", codes)));
    return all;
  }

  private static void groups(ProtectedTable table, CsvWriter csv) {
    csv.writeRecord("group", "commune");
    for (List<String> group : table.groups()) {
      group.forEach(commune -> csv.writeRecord(group.getFirst(), commune));
    }
  }

  private static void cells(ProtectedTable table, boolean zero, CsvWriter csv) {
    Family family = table.head().family();
    List<String> header = new ArrayList<>(List.of("period", "group"));
    header.addAll(family.dimensions().keySet());
    header.addAll(List.of("value", "mark"));
    csv.writeRecord(header);
    List<List<String>> codes =
        IntStream.range(0, family.size())
            .mapToObj(cell -> List.copyOf(family.codes(cell).values()))
            .toList();
    long absent = zero ? 0 : ProtectedTable.NONE;
    table
        .periods()
        .forEach((period, values) -> {
          String when = period.toString();
          for (int group = 0; group < table.groups().size(); group++) {
            for (int cell = 0; cell < values.length; cell++) {
              long value = values[cell][group];
              if (value != absent) {
                List<String> row =
                    new ArrayList<>(List.of(when, table.groups().get(group).getFirst()));
                row.addAll(codes.get(cell));
                row.add(BigDecimal.valueOf(value, family.decimals()).toPlainString());
                row.add(table.mark(group, value).code());
                csv.writeRecord(row);
              }
            }
          }
        });
  }
}
