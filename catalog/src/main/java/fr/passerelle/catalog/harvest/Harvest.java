package fr.passerelle.catalog.harvest;

import fr.passerelle.catalog.harvest.feed.Arrival;
import fr.passerelle.catalog.harvest.feed.Feed;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.Arrivals;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Harvests sources. Each page is written in one transaction, each of its records judged by itself;
 * a harvest that is broken off has taken whole pages, and the next one begins where the last
 * complete one did, which changes nothing that is the same.
 */
final class Harvest {
  private final StudyDeposits deposits;
  private final HarvestStore store;
  private final OwnAddresses own;
  private final Clock clock;

  Harvest(StudyDeposits deposits, DataSource dataSource, OwnAddresses own, Clock clock) {
    this.deposits = deposits;
    this.own = own;
    this.store = new HarvestStore(dataSource);
    this.clock = clock;
  }

  /**
   * Harvests a source.
   *
   * @param feed reads it; what cannot be read is told to those findings
   * @param whole whether to read it from the beginning again
   * @throws RefusedException if it is being harvested elsewhere
   */
  HarvestReport run(HarvestSource source, Feed feed, Findings findings, boolean whole) {
    return store
        .alone(source.code(), () -> new Run(source, findings, whole).read(feed))
        .orElseThrow(() ->
            RefusedException.of(
                source.code(), "harvest", "cette source est déjà en cours de moissonnage"));
  }

  /** One harvest. */
  private final class Run implements Feed.Basket {
    private final String source;
    private final Actor actor;
    private final Findings findings;
    private final String since;
    private final long number;
    private final Map<Outcome.Result, Integer> counts = new EnumMap<>(Outcome.Result.class);
    private int seen;
    private int deleted;
    private int ours;

    Run(HarvestSource source, Findings findings, boolean whole) {
      this.source = source.code();
      this.findings = findings;
      actor = new Actor(new Signature("operator", "harvest " + source.code()), Reader.OPERATOR);
      since = whole ? "" : store.since(source.code());
      number = store.begin(source.code(), since, clock.instant());
    }

    HarvestReport read(Feed feed) {
      Optional<Feed.End> end = Optional.empty();
      Optional<Fault> stopped = Optional.empty();
      try {
        end = Optional.of(feed.read(since, this));
      } catch (RefusedException e) {
        stopped = e.faults().stream().findFirst();
      } finally {
        HarvestReport report = report(end, stopped);
        store.end(number, end.map(Feed.End::next), result(report), clock.instant());
      }
      return report(end, stopped);
    }

    @Override
    public int take(List<Arrival> arrivals) {
      // Of one record twice on a page, the later state counts.
      Map<String, Arrival> latest = new LinkedHashMap<>();
      arrivals.forEach(each -> latest.put(each.identifier(), each));
      Map<String, String> before = store.seen(source, number, latest.keySet());
      List<Arrival> news =
          latest.values().stream()
              .filter(each -> !each.datestamp().equals(before.get(each.identifier())))
              .toList();
      List<Arrival> others = news.stream().filter(each -> !own.isAny(each.names())).toList();
      ours += news.size() - others.size();
      List<Submission> forms = others.stream().flatMap(each -> each.form().stream()).toList();
      List<String> gone =
          news.stream().filter(Arrival::isDeleted).map(Arrival::identifier).toList();
      count(
          deposits.arrive(actor, new Arrivals(source, forms, gone, findings, /* dryRun= */ false)));
      // Afterwards: what is noted as seen was written.
      store.mark(source, number, news);
      int fresh =
          (int) news.stream().filter(each -> !before.containsKey(each.identifier())).count();
      seen += fresh;
      return fresh;
    }

    private void count(Arrivals.Report report) {
      report.outcomes().forEach(each -> counts.merge(each.result(), 1, Integer::sum));
      deleted += report.deleted();
    }

    private int count(Outcome.Result result) {
      return counts.getOrDefault(result, 0);
    }

    private HarvestReport report(Optional<Feed.End> end, Optional<Fault> stopped) {
      return new HarvestReport(
          since,
          seen,
          count(Outcome.Result.CREATED),
          count(Outcome.Result.UPDATED),
          count(Outcome.Result.UNCHANGED),
          deleted,
          ours,
          findings.refusedRecords(),
          end.filter(Feed.End::sawAll).isPresent() && since.isEmpty()
              ? store.gone(source, number)
              : List.of(),
          end.map(Feed.End::tellsDeletions).orElse(false),
          findings,
          stopped);
    }

    private static Map<String, Object> result(HarvestReport report) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("seen", report.seen());
      result.put("created", report.created());
      result.put("updated", report.updated());
      result.put("unchanged", report.unchanged());
      result.put("deleted", report.deleted());
      result.put("ours", report.ours());
      result.put("refused", report.refused());
      result.put("gone", report.gone().size());
      result.put(
          "faults",
          new ArrayList<>(
              Stream.concat(report.stopped().stream(), report.findings().refused().stream())
                  .map(Fault::toString)
                  .toList()));
      return result;
    }
  }
}
