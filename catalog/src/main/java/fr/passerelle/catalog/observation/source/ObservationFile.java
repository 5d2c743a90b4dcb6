package fr.passerelle.catalog.observation.source;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.SourceWorkbook;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A file of figures: CSV, or the first sheet of an XLSX workbook. */
public final class ObservationFile {
  private ObservationFile() {}

  /**
   * What a file is told with, as it does not say it itself.
   *
   * @param format how it is written
   * @param indicators those that it may hold
   * @param geography territories that there are
   * @param vintage year of the geographic code of its communes
   * @param period period of all its values, where no column says it
   * @param covers which periods may be delivered
   */
  public record Order(
      Format format,
      List<Indicator> indicators,
      Geography geography,
      int vintage,
      Optional<Period> period,
      Predicate<Period> covers) {
    public Order {
      indicators = List.copyOf(indicators);
    }

    /** One that may be of any period. */
    public Order(
        Format format,
        List<Indicator> indicators,
        Geography geography,
        int vintage,
        Optional<Period> period) {
      this(format, indicators, geography, vintage, period, any -> true);
    }
  }

  /**
   * What was read.
   *
   * @param indicators codes of those that it has values of, in their order
   * @param observations how many
   * @param totals whether it may give totals beside their parts: {@link #checkTotals}
   * @param parts whether what was passed on are parts, still to be added: those of one thing; a sum
   *     that lacks a part is not told
   */
  public record Read(List<String> indicators, int observations, boolean totals, boolean parts) {
    public Read {
      indicators = List.copyOf(indicators);
    }

    /** The same, once parts were added. */
    public Read added(int sums) {
      return new Read(indicators, sums, totals, /* parts= */ false);
    }
  }

  /**
   * Passes each observation on as it is read: what was passed on is void if the file is refused.
   *
   * @throws RefusedException with every fault, line by line
   */
  public static Read read(Path path, Order order, Findings findings, Consumer<Observation> taker)
      throws IOException {
    String file = String.valueOf(path.getFileName());
    Table table = table(file, order, findings);
    if (file.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      char mark = order.format().decimalMark();
      try (SourceWorkbook workbook = SourceWorkbook.open(path)) {
        return read(rows -> table.readFirst(workbook, mark, rows), order, findings, taker);
      }
    }
    try (Reader text = SourceText.open(path, findings)) {
      return read(rows -> table.read(text, rows), order, findings, taker);
    }
  }

  private static Table table(String file, Order order, Findings findings) {
    return Table.of(file, order.format().separator(), order.format().header(), findings);
  }

  /** Passes the rows of a file on. */
  private interface Source {
    void pass(Consumer<Row> rows) throws IOException;
  }

  private static Read read(
      Source source, Order order, Findings findings, Consumer<Observation> taker)
      throws IOException {
    Contents contents = new Contents(order.indicators());
    ObservationRows rows = new ObservationRows(order, findings, taker.andThen(contents::take));
    source.pass(rows::take);
    findings.refuseIfFaulty();
    return contents.read(rows.areParts());
  }

  /**
   * Reads all of it or nothing, into memory.
   *
   * @param file its name, for messages
   * @throws RefusedException with every fault, line by line
   */
  public static List<Observation> read(String file, Reader text, Order order, Findings findings)
      throws IOException {
    List<Observation> passed = new ArrayList<>();
    Table table = table(file, order, findings);
    Read read = read(rows -> table.read(text, rows), order, findings, passed::add);
    List<Observation> all = read.parts() ? added(passed) : passed;
    if (read.totals()) {
      checkTotals(order, findings, all.stream().sorted(TotalsCheck.ORDER)::forEach);
    }
    return all;
  }

  private static List<Observation> added(List<Observation> parts) {
    PartSums sums = new PartSums();
    parts.forEach(sums::add);
    return sums.all();
  }

  /**
   * Remarks totals that differ from the sum of their parts.
   *
   * @param observations passes them on, those of an indicator, territory and period together
   */
  public static void checkTotals(
      Order order, Findings findings, Consumer<Consumer<Observation>> observations) {
    TotalsCheck check = new TotalsCheck(order.indicators(), findings);
    observations.accept(check::take);
    check.end();
  }

  /** What is in a file, told observation by observation. */
  private static final class Contents {
    private final Map<String, Indicator> known = new HashMap<>();
    private final Set<String> all = new TreeSet<>();
    private final Set<String> wholes = new HashSet<>();
    private final Set<String> cut = new HashSet<>();
    private int count;

    Contents(List<Indicator> indicators) {
      indicators.forEach(each -> known.put(each.id(), each));
    }

    void take(Observation each) {
      count = Math.incrementExact(count);
      all.add(each.indicator());
      (each.categories().isWhole() ? wholes : cut).add(each.indicator());
    }

    Read read(boolean parts) {
      boolean totals =
          wholes.stream()
              .filter(cut::contains)
              .anyMatch(each ->
                  Objects.requireNonNull(known.get(each)).measure().addsOver(Axis.CATEGORY));
      return new Read(List.copyOf(all), count, totals, parts);
    }
  }
}
