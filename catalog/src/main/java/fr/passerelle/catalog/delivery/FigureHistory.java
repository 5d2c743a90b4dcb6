package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.delivery.Delivery.Withdrawal;
import fr.passerelle.catalog.delivery.PublicationHistory.State;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.Question.Periods;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The values that figures had, from one publication to the next. A value of a delivery that was
 * taken back is told as having been there, and not told itself.
 */
public final class FigureHistory {
  private final List<State> states;
  private final Function<Instant, Dashboard> dashboards;
  private final Function<String, Optional<Delivery>> deliveries;

  /**
   * @param states what was published, from one change to the next
   * @param dashboards answers as they were at a moment, with what was taken back since
   * @param deliveries by receipt
   */
  FigureHistory(
      List<State> states,
      Function<Instant, Dashboard> dashboards,
      Function<String, Optional<Delivery>> deliveries) {
    this.states = states;
    this.dashboards = dashboards;
    this.deliveries = deliveries;
  }

  /**
   * A value that a figure had.
   *
   * @param published since when
   * @param replaced until when; empty where it stands
   * @param line the figure; empty where it was taken back
   * @param withdrawn when and why it was taken back
   */
  public record Version(
      Instant published,
      Optional<Instant> replaced,
      Optional<Line> line,
      Optional<Withdrawal> withdrawn) {
    private Version until(Instant end) {
      return new Version(published, Optional.of(end), line, withdrawn);
    }
  }

  /**
   * A figure with the values that it had.
   *
   * @param line what is told of it
   * @param versions its values, the first one first
   * @param changed when it changed last; empty where it never had a value
   */
  public record Revised(Line line, List<Version> versions, Optional<Instant> changed) {
    public Revised {
      versions = List.copyOf(versions);
    }

    /** Whether it was first published, changed or taken back after that moment. */
    public boolean isAfter(Instant moment) {
      return changed.filter(each -> each.isAfter(moment)).isPresent();
    }
  }

  /** Name of it: two of one name tell the same. */
  public String version() {
    return states.size() + "." + (states.isEmpty() ? "" : states.getLast().at().toEpochMilli());
  }

  /** How many states of an indicator there are, each of which is asked. */
  public int size(Indicator indicator) {
    return moments(indicator).size();
  }

  /**
   * The figures that are asked for, with those that there were and are no more.
   *
   * @param now what is told
   */
  public List<Revised> of(Question question, Dashboard now) {
    Map<Key, Line> lines = new LinkedHashMap<>();
    question.ask(now).forEach(each -> lines.put(Key.of(each), each));
    Map<String, Map<Instant, Dashboard>> then = new LinkedHashMap<>();
    for (Indicator indicator : question.indicators()) {
      Map<Instant, Dashboard> known = new LinkedHashMap<>();
      moments(indicator).forEach(each -> known.put(each, dashboards.apply(each)));
      then.put(indicator.id(), known);
      if (!(question.periods() instanceof Periods.Last)) {
        Question one =
            new Question(List.of(indicator), question.places(), question.periods(), question.cut());
        known.values().stream()
            .flatMap(each -> one.ask(each).stream())
            .forEach(each -> lines.computeIfAbsent(Key.of(each), any -> told(each, now)));
      }
    }
    return lines.values().stream()
        .map(line -> revised(line, then.getOrDefault(line.indicator().id(), Map.of())))
        .toList();
  }

  /** What a figure is of, whatever is told of it. */
  private record Key(String indicator, String place, Object cell) {
    static Key of(Line line) {
      return new Key(line.indicator().id(), line.place().code(), line.cell());
    }
  }

  private static Line told(Line line, Dashboard dashboard) {
    return new Line(
        line.indicator(),
        line.place(),
        line.cell(),
        dashboard.ask(line.indicator(), line.cell(), line.place()));
  }

  /** Moments at which what is told of it, or of what it is made of, became something else. */
  private List<Instant> moments(Indicator indicator) {
    List<Instant> moments = new ArrayList<>();
    List<List<Delivery>> before = List.of();
    for (State state : states) {
      List<List<Delivery>> now =
          Stream.concat(Stream.of(indicator.id()), indicator.measure().terms().stream())
              .map(state::of)
              .toList();
      if (!now.equals(before)) {
        moments.add(state.at());
      }
      before = now;
    }
    return moments;
  }

  private Revised revised(Line line, Map<Instant, Dashboard> then) {
    List<Version> versions = new ArrayList<>();
    Optional<Instant> changed = Optional.empty();
    Said before = Said.NOTHING;
    boolean samples = Delivery.isSample(line.answer());
    for (Map.Entry<Instant, Dashboard> each : then.entrySet()) {
      Line was = told(line, each.getValue());
      // Once there are real figures, that a sample stood in their place is nobody's history.
      Said now = !samples && Delivery.isSample(was.answer()) ? Said.NOTHING : Said.of(was);
      if (!now.equals(before)) {
        close(versions, each.getKey());
        changed = before.equals(now) ? changed : Optional.of(each.getKey());
        if (!now.equals(Said.NOTHING)) {
          versions.add(version(was, each.getKey()));
        }
      }
      before = now;
    }
    return new Revised(line, versions, changed);
  }

  private static void close(List<Version> versions, Instant end) {
    if (!versions.isEmpty() && versions.getLast().replaced().isEmpty()) {
      versions.set(versions.size() - 1, versions.getLast().until(end));
    }
  }

  private Version version(Line was, Instant published) {
    Optional<Withdrawal> withdrawn =
        was.answer().deliveries().stream()
            .flatMap(receipt -> deliveries.apply(receipt).stream())
            .flatMap(each -> each.withdrawn().stream())
            .findFirst();
    return new Version(
        published,
        Optional.empty(),
        withdrawn.isPresent() ? Optional.empty() : Optional.of(was),
        withdrawn);
  }

  /**
   * What is told, without which deliveries tell it: the same figure delivered again is no change.
   */
  private record Said(OptionalDouble value, ObservationStatus status, String words) {
    static final Said NOTHING = new Said(OptionalDouble.empty(), ObservationStatus.MISSING, "");

    static Said of(Line line) {
      return switch (line.answer()) {
        case Answer.Published published ->
            of(
                line,
                published.observations().stream()
                    .map(each -> each.value() + "" + each.status() + each.wording())
                    .toList()
                    .toString());
        case Answer.Sum sum -> of(line, String.valueOf(sum.coverage()));
        case Answer.Quotient quotient -> of(line, String.valueOf(quotient.coverage()));
        case Answer.Difference difference -> of(line, "");
        case Answer.Refusal refusal ->
            refusal.reason() == Answer.Reason.NO_DATA ? NOTHING : of(line, refusal.reason().name());
      };
    }

    private static Said of(Line line, String words) {
      return new Said(line.value(), line.status(), words);
    }
  }
}
