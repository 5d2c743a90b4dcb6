package fr.passerelle.catalog.observation.source;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
   * Reads all of it or nothing.
   *
   * @throws RefusedException with every fault, line by line
   */
  public static List<Observation> read(Path path, Order order, Findings findings)
      throws IOException {
    String file = String.valueOf(path.getFileName());
    if (file.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      try (SourceWorkbook workbook = SourceWorkbook.open(path)) {
        char mark = order.format().decimalMark();
        return read(
            order, findings, rows -> table(file, order, findings).readFirst(workbook, mark, rows));
      }
    }
    try (Reader text = SourceText.open(path, findings)) {
      return read(file, text, order, findings);
    }
  }

  /**
   * Reads all of it or nothing.
   *
   * @param file its name, for messages
   * @throws RefusedException with every fault, line by line
   */
  public static List<Observation> read(String file, Reader text, Order order, Findings findings)
      throws IOException {
    return read(order, findings, rows -> table(file, order, findings).read(text, rows));
  }

  private static Table table(String file, Order order, Findings findings) {
    return Table.of(file, order.format().separator(), order.format().header(), findings);
  }

  private interface Source {
    void pass(Consumer<Row> rows) throws IOException;
  }

  private static List<Observation> read(Order order, Findings findings, Source source)
      throws IOException {
    ObservationRows rows = new ObservationRows(order, findings);
    source.pass(rows::take);
    findings.refuseIfFaulty();
    new TotalsCheck(order.indicators(), findings).check(rows.all());
    return rows.all();
  }
}
