package fr.passerelle.catalog.observation.source;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.Format.Column;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Rows of a file of figures, each as one observation or more. */
final class ObservationRows {
  private final ObservationFile.Order order;
  private final Findings findings;
  private final Places territories;
  private final List<Observation> all = new ArrayList<>();
  private final Map<String, String> seen = new HashMap<>();

  /** Whether rows are parts of what is to be told. */
  private final boolean parts;

  /** Where in the list the sum of parts is, by what it is of. */
  private final Map<String, Integer> places = new HashMap<>();

  ObservationRows(ObservationFile.Order order, Findings findings) {
    this.order = order;
    this.findings = findings;
    this.territories = new Places(order.geography(), order.vintage(), findings);
    this.parts = order.format().columns().stream().anyMatch(Column.Part.class::isInstance);
  }

  List<Observation> all() {
    return List.copyOf(all);
  }

  void take(Row row) {
    Optional<Territory> territory = territory(row);
    Optional<Period> period = period(row);
    if (territory.isEmpty() || period.isEmpty()) {
      return;
    }
    for (Column column : order.format().columns()) {
      if (column instanceof Column.Value value) {
        indicator(row, value)
            .ifPresent(
                indicator -> take(row, value, indicator, new Spot(territory.get(), period.get())));
      }
    }
  }

  /** Where and when. */
  private record Spot(Territory territory, Period period) {}

  private void take(Row row, Column.Value column, Indicator indicator, Spot spot) {
    Categories categories = categories(row);
    String key = indicator.id() + "|" + categories + "|" + spot;
    String before = seen.putIfAbsent(key + "|" + part(row), row.place(column.name()));
    if (before != null) {
      findings.refused(
          row.place(column.name()),
          "duplicate",
          "%s : déjà donné pour %s, %s, en %s ; n'en garder qu'un"
              .formatted(indicator.title(), spot.territory(), spot.period(), before));
      return;
    }
    String text = row.get(column.name()).strip();
    ObservationStatus absent = order.format().missing().get(text);
    if (absent != null) {
      add(row, indicator, categories, spot, OptionalDouble.empty(), absent);
      return;
    }
    switch (Numeral.read(
        text, order.format().decimalMark(), order.format().thousands(), column.mostDecimals())) {
      case Numeral.Sound sound ->
          add(row, indicator, categories, spot, OptionalDouble.of(sound.value()), status(row));
      case Numeral.Faulty faulty ->
          findings.refused(
              row.place(column.name()),
              faulty.rule(),
              "« %s » : %s".formatted(text, faulty.advice()));
    }
  }

  private String part(Row row) {
    return order.format().columns().stream()
        .filter(Column.Part.class::isInstance)
        .map(column -> row.get(column.name()).strip())
        .collect(Collectors.joining("|"));
  }

  private void add(
      Row row,
      Indicator indicator,
      Categories categories,
      Spot spot,
      OptionalDouble value,
      ObservationStatus status) {
    if (value.isPresent() != status.isValued()) {
      findings.refused(
          row.place(said(Format.What.STATUS).orElse("")),
          "status",
          "le statut dit qu'il n'y a pas de valeur, la colonne des valeurs en a une");
      return;
    }
    String note = said(row, Format.What.FOOTNOTE);
    keep(
        new Observation(
            indicator.id(),
            categories,
            spot.territory(),
            spot.period(),
            value,
            status,
            new Observation.Wording(
                said(row, Format.What.QUALIFIER),
                note.isEmpty() ? List.of() : List.of(note),
                said(row, Format.What.SOURCE),
                said(row, Format.What.CITATION)),
            ""));
  }

  /** Parts of one thing are added; a sum that lacks a part is not told. */
  private void keep(Observation read) {
    String key =
        read.indicator() + "|" + read.categories() + "|" + read.territory() + read.period();
    Integer before = parts ? places.putIfAbsent(key, all.size()) : null;
    if (before == null) {
      all.add(read);
      return;
    }
    Observation sum = all.get(before);
    boolean whole = sum.value().isPresent() && read.value().isPresent();
    all.set(
        before,
        new Observation(
            sum.indicator(),
            sum.categories(),
            sum.territory(),
            sum.period(),
            whole
                ? OptionalDouble.of(sum.value().getAsDouble() + read.value().getAsDouble())
                : OptionalDouble.empty(),
            whole ? sum.status() : sum.value().isPresent() ? read.status() : sum.status(),
            sum.wording(),
            ""));
  }

  private Optional<Territory> territory(Row row) {
    for (Column column : order.format().columns()) {
      if (column instanceof Column.Where where) {
        return territories.read(row, where);
      }
    }
    throw new IllegalStateException("a format without territories");
  }

  private Optional<Period> period(Row row) {
    for (Column column : order.format().columns()) {
      if (column instanceof Column.When when) {
        return period(row, when);
      }
    }
    if (order.period().isEmpty()) {
      throw new IllegalStateException("a format without periods, and none given");
    }
    return order.period();
  }

  private Optional<Period> period(Row row, Column.When when) {
    String text = row.get(when.name()).strip();
    Optional<Period> period =
        Period.parse(text)
            .map(read ->
                when.kind() == Period.Kind.SCHOOL_YEAR && read.kind() == Period.Kind.YEAR
                    ? Period.schoolYear(read.start().getYear())
                    : read);
    if (period.isEmpty()) {
      findings.refused(
          row.place(when.name()),
          "period",
          "« %s » : une période comme 2016, 2016-T4, 2016-12, 2016-01-01 ou 2016-2017"
              .formatted(text));
    } else if (!order.covers().test(period.get())) {
      findings.refused(
          row.place(when.name()),
          "period",
          "%s : hors des périodes de la fiche navette".formatted(period.get()));
    }
    return period;
  }

  private Optional<Indicator> indicator(Row row, Column.Value value) {
    if (!value.indicator().isEmpty()) {
      return order.indicators().stream()
          .filter(each -> each.id().equals(value.indicator()))
          .findFirst();
    }
    Column.Which which =
        order.format().columns().stream()
            .filter(Column.Which.class::isInstance)
            .map(Column.Which.class::cast)
            .findFirst()
            .orElseThrow();
    String title = row.get(which.name()).strip();
    Optional<Indicator> found =
        order.indicators().stream().filter(each -> each.title().equals(title)).findFirst();
    if (found.isEmpty()) {
      findings.refused(
          row.place(which.name()),
          "indicator",
          "« %s » : pas d'indicateur de ce nom".formatted(title));
    }
    return found;
  }

  private Categories categories(Row row) {
    Map<String, String> codes = new HashMap<>();
    for (Column column : order.format().columns()) {
      if (column instanceof Column.By by && !row.isEmpty(by.name())) {
        codes.put(by.dimension(), row.get(by.name()).strip());
      }
    }
    return Categories.of(codes);
  }

  private ObservationStatus status(Row row) {
    String word = said(row, Format.What.STATUS);
    return switch (word) {
      case "", "normal" -> ObservationStatus.NORMAL;
      case "provisional" -> ObservationStatus.PROVISIONAL;
      case "estimated" -> ObservationStatus.ESTIMATED;
      case "forecast" -> ObservationStatus.FORECAST;
      case "missing" -> ObservationStatus.MISSING;
      default -> {
        findings.refused(
            row.place(said(Format.What.STATUS).orElse("")),
            "status",
            "« %s » : normal, provisional, estimated, forecast ou missing".formatted(word));
        yield ObservationStatus.NORMAL;
      }
    };
  }

  private Optional<String> said(Format.What what) {
    return order.format().columns().stream()
        .filter(column -> column instanceof Column.Said said && said.what() == what)
        .map(Column::name)
        .findFirst();
  }

  private String said(Row row, Format.What what) {
    return said(what).map(name -> row.get(name).strip()).orElse("");
  }
}
