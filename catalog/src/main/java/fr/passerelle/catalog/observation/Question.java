package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Figures.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a dashboard: some indicators, at some places, over some periods.
 *
 * @param indicators of those
 * @param places at those
 * @param periods over those
 * @param cut how values are cut
 */
public record Question(List<Indicator> indicators, List<Place> places, Periods periods, Cut cut) {
  public Question {
    indicators = List.copyOf(indicators);
    places = List.copyOf(places);
  }

  /** Periods that are asked for. */
  public sealed interface Periods {
    /** Of each indicator and place, the last period that has something to tell. */
    record Last() implements Periods {}

    /** All that there are. */
    record All() implements Periods {}

    /** Those. */
    record Those(List<Period> periods) implements Periods {
      public Those {
        periods = List.copyOf(periods);
      }
    }
  }

  /** How values are cut by categories. */
  public sealed interface Cut {
    /** Not at all. */
    record Whole() implements Cut {}

    /** In every way that was delivered. */
    record All() implements Cut {}

    /** By those categories. */
    record By(Categories categories) implements Cut {}
  }

  /** How many lines the answer has at most, told before anything is computed. */
  public long cost(Dashboard dashboard) {
    return indicators.stream().mapToLong(each -> rows(dashboard, each)).sum() * places.size();
  }

  private long rows(Dashboard dashboard, Indicator indicator) {
    return switch (periods) {
      case Periods.Last last ->
          cells(dashboard, indicator).stream().map(Cell::categories).distinct().count();
      case Periods.All all -> cells(dashboard, indicator).size();
      case Periods.Those those -> cells(dashboard, indicator).size();
    };
  }

  /** The lines: by indicator, place, categories, period. */
  public List<Line> ask(Dashboard dashboard) {
    Map<Indicator, List<Cell>> asked = new LinkedHashMap<>();
    indicators.forEach(each -> asked.put(each, cells(dashboard, each)));
    List<Survey> surveys = places.stream().map(each -> survey(dashboard, each, asked)).toList();
    List<Line> lines = new ArrayList<>();
    asked.forEach((indicator, cells) -> {
      for (int i = 0; i < surveys.size(); i++) {
        Asking asking = new Asking(surveys.get(i), indicator, places.get(i));
        lines.addAll(periods instanceof Periods.Last ? asking.last(cells) : asking.each(cells));
      }
    });
    return lines;
  }

  /** Over some periods that are named, only these are added up; else all at once. */
  private Survey survey(Dashboard dashboard, Place place, Map<Indicator, List<Cell>> asked) {
    Survey survey = dashboard.survey(place);
    if (!(periods instanceof Periods.Those)) {
      survey.prepare(asked);
    }
    return survey;
  }

  /** One indicator asked for at one place. */
  record Asking(Survey survey, Indicator indicator, Place place) {
    List<Line> each(List<Cell> cells) {
      List<Line> lines = new ArrayList<>(cells.size());
      for (Cell cell : cells) {
        lines.add(line(cell));
      }
      return lines;
    }

    Line line(Cell cell) {
      return new Line(indicator, place, cell, survey.ask(indicator, cell));
    }

    /** Of each category the last period that has something to tell, else the last of all. */
    List<Line> last(List<Cell> cells) {
      List<Line> lines = new ArrayList<>();
      for (Categories categories : cells.stream().map(Cell::categories).distinct().toList()) {
        List<Cell> latest =
            cells.stream()
                .filter(each -> each.categories().equals(categories))
                .sorted(Comparator.reverseOrder())
                .toList();
        lines.add(
            latest.stream()
                .map(this::line)
                .filter(Question::tells)
                .findFirst()
                .orElseGet(() -> line(latest.getFirst())));
      }
      return lines;
    }
  }

  private static boolean tells(Line line) {
    return !(line.answer() instanceof Answer.Refusal refusal)
        || refusal.reason() != Answer.Reason.NO_DATA;
  }

  List<Cell> cells(Dashboard dashboard, Indicator indicator) {
    return switch (cut) {
      case Cut.By by when periods instanceof Periods.Those those ->
          // Asked for by name: what is not there is answered, with the reason.
          those.periods().stream().map(period -> new Cell(by.categories(), period)).toList();
      case Cut.Whole whole when periods instanceof Periods.Those those ->
          those.periods().stream().map(period -> new Cell(Categories.WHOLE, period)).toList();
      case Cut.By by ->
          dashboard.cells(indicator).stream()
              .filter(each -> each.categories().equals(by.categories()))
              .toList();
      case Cut.Whole whole -> dashboard.wholes(indicator);
      case Cut.All any when periods instanceof Periods.Those those ->
          dashboard.cells(indicator).stream()
              .filter(each -> those.periods().contains(each.period()))
              .toList();
      case Cut.All any -> List.copyOf(dashboard.cells(indicator));
    };
  }
}
