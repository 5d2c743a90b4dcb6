package fr.passerelle.api.graphql;

import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.FigureHistory.Version;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.Question.Cut;
import fr.passerelle.catalog.observation.Question.Periods;
import java.time.Instant;
import java.util.List;

/** The values that a figure had, from one publication to the next. */
final class FigureHistoryFields {
  private FigureHistoryFields() {}

  /** The values that one figure had. */
  static List<Version> history(FigureFields.Told told, Call call) {
    Line line = told.line();
    return IndicatorFields.desk(call)
        .revised(
            told.published(),
            new Question(
                List.of(line.indicator()),
                List.of(line.place()),
                new Periods.Those(List.of(line.cell().period())),
                new Cut.By(line.cell().categories())),
            "",
            FigureFields.MOST_LINES)
        .stream()
        .flatMap(each -> each.versions().stream())
        .toList();
  }

  static Fields<?> version() {
    return Fields.of("FigureVersion", Version.class)
        .part("published", each -> each.published().toString())
        .part("replaced", each -> each.replaced().map(Instant::toString).orElse(null))
        .part(
            "value",
            each -> each.line().map(line -> IndicatorFields.boxed(line.value())).orElse(null))
        .part("status", each -> each.line().map(Line::status).orElse(null))
        .part("withdrawn", each -> each.withdrawn().map(Delivery.Withdrawal::reason).orElse(null));
  }
}
