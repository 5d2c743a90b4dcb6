package fr.passerelle.catalog.secrecy;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceZip;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads what {@link ProtectedFile} writes, all of it or nothing. */
final class ProtectedFileReader {
  private static final String DIMENSION = "dimension ";

  private final Findings findings = new Findings();
  private final String file;
  private final Map<String, String> head = new HashMap<>();
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private final List<List<String>> communes = new ArrayList<>();
  private final SortedMap<Period, long[][]> values = new TreeMap<>();

  private ProtectedFileReader(String file) {
    this.file = file;
  }

  static ProtectedTable read(Path path) throws IOException {
    return new ProtectedFileReader(String.valueOf(path.getFileName())).table(path);
  }

  private ProtectedTable table(Path path) throws IOException {
    try (SourceZip zip = SourceZip.open(path)) {
      read(
          zip,
          ProtectedFile.TABLE,
          List.of("key", "value"),
          row -> head.put(row.get("key"), row.get("value")));
      findings.refuseIfFaulty();
      ProtectedTable.Head made = head();
      read(zip, ProtectedFile.GROUPS, List.of("group", "commune"), this::group);
      prepare(made.family());
      List<String> dimensions = List.copyOf(made.family().dimensions().keySet());
      List<String> columns = new ArrayList<>(List.of("period", "group", "value", "mark"));
      columns.addAll(dimensions);
      read(zip, ProtectedFile.CELLS, columns, row -> cell(row, made.family(), dimensions));
      findings.refuseIfFaulty();
      return new ProtectedTable(made, communes, values);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private void read(SourceZip zip, String entry, List<String> columns, Consumer<Row> rows)
      throws IOException {
    if (!zip.names().contains(entry)) {
      throw refused("pas de " + entry);
    }
    try (Reader text = zip.text(entry, findings)) {
      Table.of(file + "!" + entry, ';', columns, findings).read(text, rows);
    }
  }

  private RefusedException refused(String why) {
    return RefusedException.of(
        file, "protected-table", "pas un tableau protégé par « passerelle protect » : " + why);
  }

  private String said(String key) {
    return Optional.ofNullable(head.get(key)).orElseThrow(() -> refused("sans « " + key + " »"));
  }

  private ProtectedTable.Head head() {
    if (!said("version").equals(ProtectedFile.VERSION)) {
      throw refused("version " + said("version") + " de ce format, inconnue ici");
    }
    SortedMap<String, List<String>> dimensions = new TreeMap<>();
    head.forEach((key, value) -> {
      if (key.startsWith(DIMENSION)) {
        dimensions.put(key.substring(DIMENSION.length()), List.of(value.split(" ", -1)));
      }
    });
    return new ProtectedTable.Head(
        new Family(
            said("family"),
            Family.Kind.valueOf(said("kind")),
            dimensions,
            Integer.parseInt(said("decimals"))),
        Protection.ours(
            Integer.parseInt(said("threshold")),
            Double.parseDouble(said("largestShare")),
            said("legalBasis")),
        Integer.parseInt(said("vintage")),
        ObservationStatus.valueOf(said("status")));
  }

  private void group(Row row) {
    int group = groups.computeIfAbsent(row.get("group"), any -> groups.size());
    if (group == communes.size()) {
      communes.add(new ArrayList<>(1));
    }
    communes.get(group).add(row.get("commune"));
  }

  private void prepare(Family family) {
    long absent = said("absent").equals("0") ? 0 : ProtectedTable.NONE;
    for (String text : said("periods").split(" ", -1)) {
      long[][] cells = new long[family.size()][groups.size()];
      Arrays.stream(cells).forEach(each -> Arrays.fill(each, absent));
      values.put(Period.parse(text).orElseThrow(() -> refused("période « " + text + " »")), cells);
    }
  }

  private void cell(Row row, Family family, List<String> dimensions) {
    Optional<long[][]> cells =
        Period.parse(row.get("period")).flatMap(period -> Optional.ofNullable(values.get(period)));
    Optional<Integer> group = Optional.ofNullable(groups.get(row.get("group")));
    int cell = family.cell(dimensions.stream().map(row::get).toList());
    if (cells.isEmpty() || group.isEmpty() || cell < 0) {
      findings.refused(
          row.place("group"), "cell", "période, groupe ou catégorie que l'en-tête n'annonce pas");
      return;
    }
    try {
      cells.get()[cell][group.get()] =
          new BigDecimal(row.get("value")).movePointRight(family.decimals()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      findings.refused(row.place("value"), "value", "pas un nombre de cette famille");
    }
  }
}
