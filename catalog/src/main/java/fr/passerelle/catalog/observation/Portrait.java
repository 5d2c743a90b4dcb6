package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.observation.Question.Cut;
import fr.passerelle.catalog.observation.Question.Periods;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The indicators of a place side by side, each compared with itself before and elsewhere.
 *
 * @param place of which it is
 * @param entries an indicator each
 */
public record Portrait(Place place, List<Entry> entries) {
  public Portrait {
    entries = List.copyOf(entries);
  }

  /**
   * One indicator.
   *
   * @param now the last period that has something to tell
   * @param before the period before that has a value, told the same way; growth is from it
   * @param elsewhere the same indicator and period at the places compared with, in their order
   */
  public record Entry(Line now, Optional<Line> before, List<Line> elsewhere) {
    public Entry {
      elsewhere = List.copyOf(elsewhere);
    }

    /** By how much of itself the value grew since; empty where there is nothing to compare. */
    public OptionalDouble growth() {
      OptionalDouble last = now.value();
      OptionalDouble first = before.map(Line::value).orElse(OptionalDouble.empty());
      return last.isEmpty() || first.isEmpty() || first.getAsDouble() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(last.getAsDouble() / first.getAsDouble() - 1);
    }

    /**
     * Which part of the value elsewhere this is: for what adds up over territories, where the one
     * holds the other.
     */
    public OptionalDouble share(Line other) {
      boolean part =
          now.indicator().measure().addsOver(Axis.TERRITORY)
              && other.place().communes().containsAll(now.place().communes());
      return !part
              || now.value().isEmpty()
              || other.value().isEmpty()
              || other.value().getAsDouble() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(now.value().getAsDouble() / other.value().getAsDouble());
    }
  }

  /**
   * The portrait of a place.
   *
   * @param compared places that it is compared with
   */
  public static Portrait of(
      Dashboard dashboard, List<Indicator> indicators, Place place, List<Place> compared) {
    Question question =
        new Question(indicators, List.of(place), new Periods.Last(), new Cut.Whole());
    Map<Indicator, List<Cell>> asked = new LinkedHashMap<>();
    indicators.forEach(each -> asked.put(each, question.cells(dashboard, each)));
    Surveyed here = Surveyed.of(dashboard, place, asked);
    List<Surveyed> others =
        compared.stream().map(each -> Surveyed.of(dashboard, each, asked)).toList();
    List<Entry> entries = new ArrayList<>();
    asked.forEach((indicator, cells) -> {
      for (Line now : here.asking(indicator).last(cells)) {
        entries.add(
            new Entry(
                now,
                before(here.asking(indicator), now, cells),
                others.stream().map(each -> each.asking(indicator).line(now.cell())).toList()));
      }
    });
    return new Portrait(place, entries);
  }

  /** A place of which all that is going to be asked for was added up at once. */
  private record Surveyed(Survey survey, Place place) {
    static Surveyed of(Dashboard dashboard, Place place, Map<Indicator, List<Cell>> asked) {
      Survey survey = dashboard.survey(place);
      survey.prepare(asked);
      return new Surveyed(survey, place);
    }

    Question.Asking asking(Indicator indicator) {
      return new Question.Asking(survey, indicator, place);
    }
  }

  /** Values are compared over periods of one kind, both published or both added up. */
  private static Optional<Line> before(Question.Asking asking, Line now, List<Cell> cells) {
    if (now.value().isEmpty()) {
      return Optional.empty();
    }
    return cells.stream()
        .filter(each -> each.period().kind() == now.cell().period().kind())
        .filter(each -> each.compareTo(now.cell()) < 0)
        .sorted(Comparator.<Cell>reverseOrder())
        .map(asking::line)
        .filter(line -> line.value().isPresent())
        .filter(line -> line.answer().getClass() == now.answer().getClass())
        .findFirst();
  }
}
