package fr.passerelle.vocab.release;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.ExactMatches;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.release.ImportReport.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One passage of a release from candidate to published. */
final class Publication {
  private final ReleaseStore store;
  private final ReleaseFolder folder;
  private final Clock clock;
  private final Import request;
  private final String edition;
  private final String hash;
  private final Optional<StoredRelease> published;

  /** The published release, read while the new one is hashed. */
  private final FutureTask<Optional<Release>> before;

  private final Optional<StoredRelease> kept;
  private final Optional<Licence> licence;
  private final Optional<Settlement> settlement;

  /**
   * @param settlement what the stabilisation buffer lets pass, which is then what is requested
   */
  Publication(
      ReleaseStore store,
      ReleaseFolder folder,
      Clock clock,
      Import request,
      Optional<Settlement> settlement) {
    this.store = store;
    this.folder = folder;
    this.clock = clock;
    this.request = request;
    this.settlement = settlement;
    this.edition = request.release().edition().id();
    this.published = store.findPublished(edition);
    this.before = begin("before", () -> published.flatMap(folder::find));
    this.hash = ReleaseFile.contentHash(request.release());
    this.kept = findKept();
    this.licence =
        request
            .licence()
            .or(() -> kept.flatMap(StoredRelease::licence))
            .or(() -> published.flatMap(StoredRelease::licence));
  }

  ImportReport run() throws IOException {
    if (settlement.filter(each -> each.idle() && !each.pending().isEmpty()).isPresent()) {
      return report(
          request.release().id(),
          request.dryRun() ? Outcome.DRY_RUN : Outcome.PENDING,
          request.release(),
          Changes.NONE,
          /* uses= */ 0);
    }
    if (kept.isPresent() && kept.equals(published)) {
      return confirm(kept.get());
    }
    refuseMergers();
    String id = kept.map(StoredRelease::release).orElseGet(this::freeId);
    Optional<Release> earlier = findBefore();
    Changes.Succession next = Changes.succeed(earlier, withdrawn(), request.release().named(id));
    Outcome outcome = outcome(next.changes());
    ImportReport report =
        report(id, outcome, next.release(), next.changes(), uses(earlier, next.release()));
    if (outcome == Outcome.DRY_RUN) {
      return report;
    }
    if (kept.isEmpty()) {
      add(next.release(), report);
    } else if (outcome == Outcome.WAITING) {
      return report;
    } else if (kept.get().licence().equals(licence)) {
      store.publish(edition, id, request.action("publish"), clock.instant());
    } else {
      declareLicence(id);
    }
    return report;
  }

  /** With all that the other editions publish, exactMatch pairs must not make two concepts one. */
  private void refuseMergers() {
    List<Correspondence> mine = request.release().correspondences();
    if (mine.stream().noneMatch(ExactMatches::areIn)) {
      return;
    }
    List<Correspondence> all = new ArrayList<>(mine);
    others().forEach(release -> all.addAll(release.correspondences()));
    List<Fault> faults = ExactMatches.faults(all);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
  }

  /** How many published uses it touches; a sample that steps back touches nobody. */
  private int uses(Optional<Release> before, Release next) {
    return before
        .filter(release -> !release.source().sample())
        .map(release -> Impact.count(release, next, others()))
        .orElse(0);
  }

  /** What the other editions publish, each read when it is asked for. */
  private Stream<Release> others() {
    return folder.others(store.listPublished(), edition);
  }

  private Outcome outcome(Changes changes) {
    if (request.dryRun()) {
      return Outcome.DRY_RUN;
    }
    return changes.removedShare() > request.removals() ? Outcome.WAITING : Outcome.PUBLISHED;
  }

  /**
   * Releases that were published after the present one was, and are not now: a way back was taken.
   */
  private List<Release> withdrawn() {
    return kept()
        .filter(each -> !each.waiting() && !each.sample() && !each.published())
        .filter(each ->
            published.isPresent() && each.importedAt().isAfter(published.get().importedAt()))
        .flatMap(each -> folder.find(each).stream())
        .toList();
  }

  /**
   * The release kept here that is of that name and says the same. One whose file is lost is as good
   * as not kept: importing its source again makes a revision that can be read.
   */
  private Optional<StoredRelease> findKept() {
    String id = request.release().id();
    return kept()
        .filter(each -> each.contentSha256().equals(hash))
        .filter(each -> each.release().equals(id) || each.release().startsWith(id + "-"))
        .filter(each -> folder.find(each).isPresent())
        .findFirst();
  }

  private Stream<StoredRelease> kept() {
    return store.list().stream().filter(each -> each.edition().equals(edition));
  }

  /** The published release, or if its file is lost, the newest that can be read. */
  private Optional<Release> findBefore() throws IOException {
    Optional<Release> earlier = end(before);
    if (earlier.isPresent() || published.isEmpty()) {
      return earlier;
    }
    request
        .findings()
        .remark(
            "la version publiée %s ne peut pas être lue : comparaison avec une autre"
                .formatted(published.get().release()));
    return kept().flatMap(each -> folder.find(each).stream()).findFirst();
  }

  /** Nothing new is said; a licence may be. */
  private ImportReport confirm(StoredRelease same) {
    boolean declared = !same.licence().equals(licence);
    if (declared && !request.dryRun()) {
      declareLicence(same.release());
    }
    Outcome outcome = declared ? Outcome.LICENCE_DECLARED : Outcome.UNCHANGED;
    return report(
        same.release(),
        request.dryRun() ? Outcome.DRY_RUN : outcome,
        request.release(),
        Changes.NONE,
        /* uses= */ 0);
  }

  /** A release is immutable: other content under a name already used is a revision of it. */
  private String freeId() {
    List<String> used = kept().map(StoredRelease::release).toList();
    String id = request.release().id();
    for (int revision = 2; used.contains(id); revision++) {
      id = request.release().id() + "-" + revision;
    }
    return id;
  }

  private void declareLicence(String id) {
    Licence declared = licence.orElseThrow();
    String action = request.action("licence " + declared.code());
    store.declareLicence(edition, id, declared, action, clock.instant());
  }

  private void add(Release release, ImportReport report) throws IOException {
    String file = edition + "/" + release.id() + "-" + hash.substring(0, 12) + ".jsonl.gz";
    StoredRelease row =
        new StoredRelease(
            edition,
            release.id(),
            hash,
            file,
            release.source().file(),
            release.source().sha256(),
            release.source().issued(),
            release.source().sample(),
            licence,
            release.size(),
            ReportJson.write(report),
            clock.instant(),
            report.outcome() == Outcome.PUBLISHED,
            report.outcome() == Outcome.WAITING);
    FutureTask<StoredRelease> index =
        begin(
            "index",
            () -> {
              folder.writeIndex(row, release);
              return row;
            });
    // Files first: a row never names a file that is not whole on disk.
    folder.write(row, release);
    if (row.published()) {
      store.announce(file);
    }
    store.add(end(index), request.action());
  }

  private static <T> FutureTask<T> begin(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name(name).start(task);
    return task;
  }

  private static <T> T end(FutureTask<T> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private ImportReport report(
      String id, Outcome outcome, Release release, Changes changes, int uses) {
    Map<String, Integer> concepts = new LinkedHashMap<>();
    for (Scheme scheme : release.schemes()) {
      concepts.put(scheme.id(), scheme.concepts().size());
    }
    return new ImportReport(
        edition,
        id,
        release.source(),
        outcome,
        licence.map(Licence::code),
        concepts,
        request.findings().read(),
        request.findings().repairs(),
        new ImportReport.Refused(request.findings().refusedRecords(), request.findings().refused()),
        request.findings().remarks(),
        published.map(StoredRelease::release),
        changes,
        labels(release, changes),
        uses,
        settlement.map(Settlement::pending).orElse(List.of()));
  }

  /** A first release brings all its pairs, which nobody reads one by one. */
  private static Map<ConceptRef, String> labels(Release release, Changes changes) {
    Records records = new Records(release);
    return changes.pairs().stream()
        .filter(each -> each.before() > 0)
        .flatMap(PairChanges::all)
        .flatMap(pair -> Stream.of(pair.from(), pair.to()))
        .distinct()
        .collect(Collectors.toMap(Function.identity(), records::label));
  }
}
