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
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rows of a file of figures, each as one observation or more. */
final class ObservationRows {
  private final ObservationFile.Order order;
  private final Findings findings;
  private final Places territories;
  private final Consumer<Observation> taker;
  private final Said seen = new Said();
  private final Map<String, Period> periods = new HashMap<>();
  private final Map<List<String>, Categories> cuts = new HashMap<>();
  private final Layout layout;

  /**
   * Rows of a file.
   *
   * @param taker is told each observation; of parts, each part
   */
  ObservationRows(ObservationFile.Order order, Findings findings, Consumer<Observation> taker) {
    this.order = order;
    this.findings = findings;
    this.taker = taker;
    this.territories = new Places(order.geography(), order.vintage(), findings);
    this.layout = Layout.of(order.format());
  }

  /** Whether rows are parts of what is to be told: they are to be added. */
  boolean areParts() {
    return !layout.parts().isEmpty();
  }

  void take(Row row) {
    Optional<Territory> territory = territory(row);
    Optional<Period> period = period(row);
    if (territory.isEmpty() || period.isEmpty()) {
      return;
    }
    Spot spot = new Spot(territory.get(), period.get());
    for (Column.Value value : layout.values()) {
      indicator(row, value).ifPresent(indicator -> take(row, value, indicator, spot));
    }
  }

  /** Where and when. */
  private record Spot(Territory territory, Period period) {}

  private void take(Row row, Column.Value column, Indicator indicator, Spot spot) {
    Categories categories = categories(row);
    long before =
        seen.say(
            new Said.What(indicator.id(), categories, part(row)),
            spot.period(),
            spot.territory(),
            row.line());
    if (before > 0) {
      findings.refused(
          row.place(column.name()),
          "duplicate",
          "%s : déjà donné pour %s, %s, en %s ; n'en garder qu'un"
              .formatted(
                  indicator.title(),
                  spot.territory(),
                  spot.period(),
                  row.place(column.name(), before)));
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
    return layout.parts().isEmpty()
        ? ""
        : layout.parts().stream()
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
          row.place(column(Format.What.STATUS)),
          "status",
          "le statut dit qu'il n'y a pas de valeur, la colonne des valeurs en a une");
      return;
    }
    taker.accept(
        new Observation(
            indicator.id(),
            categories,
            spot.territory(),
            spot.period(),
            value,
            status,
            wording(row),
            ""));
  }

  private Observation.Wording wording(Row row) {
    if (layout.isSilent()) {
      return Observation.Wording.NONE;
    }
    String note = said(row, Format.What.FOOTNOTE);
    return new Observation.Wording(
        said(row, Format.What.QUALIFIER),
        note.isEmpty() ? List.of() : List.of(note),
        said(row, Format.What.SOURCE),
        said(row, Format.What.CITATION));
  }

  private Optional<Territory> territory(Row row) {
    return territories.read(
        row, layout.where().orElseThrow(() -> new IllegalStateException("no territories")));
  }

  private Optional<Period> period(Row row) {
    if (layout.when().isPresent()) {
      Column.When when = layout.when().get();
      Period known = periods.get(row.get(when.name()));
      return known == null ? period(row, when) : Optional.of(known);
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
    } else {
      periods.put(row.get(when.name()), period.get());
    }
    return period;
  }

  private Optional<Indicator> indicator(Row row, Column.Value value) {
    if (!value.indicator().isEmpty()) {
      return order.indicators().stream()
          .filter(each -> each.id().equals(value.indicator()))
          .findFirst();
    }
    Column.Which which = layout.which().orElseThrow();
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
    if (layout.by().isEmpty()) {
      return Categories.WHOLE;
    }
    List<String> written = new ArrayList<>(layout.by().size());
    layout.by().forEach(column -> written.add(row.get(column.name()).strip()));
    return cuts.computeIfAbsent(written, this::categories);
  }

  private Categories categories(List<String> written) {
    Map<String, String> codes = new HashMap<>();
    for (int i = 0; i < written.size(); i++) {
      if (!written.get(i).isEmpty()) {
        codes.put(layout.by().get(i).dimension(), written.get(i));
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
            row.place(column(Format.What.STATUS)),
            "status",
            "« %s » : normal, provisional, estimated, forecast ou missing".formatted(word));
        yield ObservationStatus.NORMAL;
      }
    };
  }

  private String column(Format.What what) {
    return layout.said().getOrDefault(what, "");
  }

  private String said(Row row, Format.What what) {
    String column = column(what);
    return column.isEmpty() ? "" : row.get(column).strip();
  }
}
