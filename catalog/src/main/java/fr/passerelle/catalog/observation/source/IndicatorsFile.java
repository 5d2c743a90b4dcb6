package fr.passerelle.catalog.observation.source;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definitions of indicators that come with the product. */
public final class IndicatorsFile {
  private static final String NAME = "indicators.csv";
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "version",
          "title",
          "theme",
          "unit",
          "decimals",
          "producer",
          "headline",
          "kind",
          "numerator",
          "denominator",
          "factor",
          "substitute",
          "adds",
          "question",
          "definition",
          "notes");

  private IndicatorsFile() {}

  /** All of them, in the order of the file. */
  public static List<Indicator> bundled() {
    List<Indicator> all = new ArrayList<>();
    Findings findings = new Findings();
    try (InputStream in =
        Objects.requireNonNull(
            IndicatorsFile.class.getResourceAsStream(
                "/fr/passerelle/catalog/observation/" + NAME))) {
      Table.of(NAME, ';', COLUMNS, findings)
          .read(new InputStreamReader(in, StandardCharsets.UTF_8), row -> all.add(indicator(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    findings.refuseIfFaulty();
    return List.copyOf(all);
  }

  private static Indicator indicator(Row row) {
    return new Indicator(
        row.get("id"),
        Integer.parseInt(row.get("version")),
        row.get("title"),
        row.get("definition"),
        row.get("theme"),
        row.get("question"),
        row.get("unit"),
        Integer.parseInt(row.get("decimals")),
        row.get("producer"),
        Boolean.parseBoolean(row.get("headline")),
        measure(row),
        row.isEmpty("notes") ? List.of() : List.of(row.get("notes")));
  }

  private static Measure measure(Row row) {
    Measure.Kind kind = Measure.Kind.valueOf(row.get("kind"));
    Measure measure = measure(kind, row);
    return row.isEmpty("adds")
        ? measure
        : measure.addingOver(
            Stream.of(row.get("adds").split(" ", -1))
                .map(each -> Axis.valueOf(each.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet()));
  }

  private static Measure measure(Measure.Kind kind, Row row) {
    return switch (kind) {
      case STOCK -> Measure.stock();
      case FLOW -> Measure.flow();
      case DIFFERENCE -> Measure.difference(row.get("numerator"), row.get("denominator"));
      case RATIO ->
          row.isEmpty("numerator")
              ? Measure.published(kind, row.get("substitute"))
              : Measure.ratio(
                  row.get("numerator"),
                  row.get("denominator"),
                  Double.parseDouble(row.get("factor")));
      case INDEX, MEDIAN, DISTINCT -> Measure.published(kind, row.get("substitute"));
    };
  }
}
