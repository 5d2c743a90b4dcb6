package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.figures.FigureFormat;
import fr.passerelle.api.figures.FigureTable;
import fr.passerelle.api.figures.Naming;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.catalog.delivery.FigureHistory;
import fr.passerelle.catalog.delivery.FigureHistory.Revised;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.territory.TerritoryNames;
import fr.passerelle.vocab.release.Snapshot;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one indicator that are asked for, now and of before.
 *
 * @param updatedAfter only those that changed after it; empty for all
 * @param history whether to tell every value that they had
 */
record AskedFigures(
    FigureDesk desk,
    Instance instance,
    Published published,
    Question question,
    String updatedAfter,
    boolean history) {

  /** Whether a format is the one of this service, not of statistics. */
  static boolean isJson(String format) {
    return format.isEmpty() || format.equals("json");
  }

  /**
   * Whether history is asked for; cubes have one value of a key, and none.
   *
   * @throws ProblemException BAD_PARAMETER
   */
  static boolean history(String asked, String format) {
    if (!asked.isEmpty() && !asked.equals("true") && !asked.equals("false")) {
      throw ProblemException.parameter("includeHistory", asked, "true ou false");
    }
    boolean rows =
        isJson(format) || FigureFormat.find(format).filter(each -> !each.isListOfRows()).isEmpty();
    if (asked.equals("true") && !rows) {
      throw ProblemException.parameter(
          "includeHistory",
          asked,
          "format=json, csv, xlsx ou sdmx-csv : les autres formats n'ont qu'une valeur par clé ;"
              + " ils prennent updatedAfter et asOf");
    }
    return asked.equals("true");
  }

  Indicator indicator() {
    return question.indicators().getFirst();
  }

  private boolean isOfBefore() {
    return history || !updatedAfter.isEmpty();
  }

  /** Name of what is told: part of every cache key. */
  String version() {
    return isOfBefore() ? desk.version(published) : published.version();
  }

  private Naming naming(Snapshot snapshot) {
    return new Naming(
        snapshot, published.dashboard().geography(), new TerritoryNames(instance.uris()));
  }

  /** All of it, with its sources. */
  FigureView.Listed listed(Snapshot snapshot, @Nullable String asOf) {
    List<FigureView> items;
    List<Line> lines;
    if (isOfBefore()) {
      List<Revised> revised = revised();
      lines = revised.stream().flatMap(this::lines).toList();
      items = revised.stream().map(each -> FigureView.of(each, history)).toList();
    } else {
      lines = lines();
      items = lines.stream().map(FigureView::of).toList();
    }
    FigureSources sources = FigureSources.of(published, lines);
    return new FigureView.Listed(
        items,
        items.size(),
        naming(snapshot).categories(lines),
        published.dashboard().geography().vintage(),
        asOf,
        published.withdrawn().stream().map(FigureView.WithdrawnView::of).toList(),
        sources.deliveries(),
        sources.territories(),
        sources.terms());
  }

  private Stream<Line> lines(Revised revised) {
    List<FigureHistory.Version> versions = history ? revised.versions() : List.of();
    return Stream.concat(
        Stream.of(revised.line()), versions.stream().flatMap(version -> version.line().stream()));
  }

  private List<Line> lines() {
    return desk.lines(published, question, FigureDesk.MOST_LINES);
  }

  private List<Revised> revised() {
    return desk.revised(published, question, updatedAfter, FigureDesk.MOST_LINES);
  }

  /** The same as a table. */
  FigureTable table(Snapshot snapshot) {
    if (history) {
      return FigureTable.ofHistory(published, indicator(), revised(), naming(snapshot));
    }
    return FigureTable.of(
        published,
        indicator(),
        isOfBefore() ? revised().stream().map(Revised::line).toList() : lines(),
        naming(snapshot));
  }
}
