package fr.passerelle.vocab.release;

import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.rome.RomeCollections;
import fr.passerelle.vocab.search.ReleaseIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published vocabularies: what there is to read, and the way a release becomes it.
 *
 * <p>Readers hold {@link #snapshot()}; publishing changes one row in one transaction, and every
 * process that calls {@link #reload()} then swaps its snapshot.
 */
public final class Vocabularies {
  private static final Logger LOG = LoggerFactory.getLogger(Vocabularies.class);

  private final ReleaseStore store;
  private final ReleaseFolder folder;
  private final Redaction redaction;
  private final Archive archive;
  private final ReadAhead ahead;
  private final LastServed lastServed;
  private final StabilisationBuffer buffer;
  private final Clock clock;
  private final AtomicReference<Snapshot> snapshot = new AtomicReference<>(new Snapshot(List.of()));
  private volatile List<String> unreadable = List.of();

  /**
   * Vocabularies whose producers have given no permission beyond their licence.
   *
   * @param releases folder of release files
   * @param indexes folder of search indexes, which can be rebuilt
   */
  public Vocabularies(DataSource dataSource, Path releases, Path indexes, Clock clock) {
    this(dataSource, ReadAhead.none(releases, indexes), indexes, Set.of(), clock);
  }

  /**
   * @param ahead what was read of the releases before, which the first {@link #reload()} uses
   * @param indexes folder of search indexes, which can be rebuilt
   * @param permitted editions whose synonyms and notes may be published though their licence does
   *     not cover them
   */
  public Vocabularies(
      DataSource dataSource, ReadAhead ahead, Path indexes, Set<String> permitted, Clock clock) {
    this.store = new ReleaseStore(dataSource);
    this.redaction = new Redaction(permitted);
    this.folder = new ReleaseFolder(ahead.releases(), indexes, redaction);
    this.archive = new Archive(folder);
    this.buffer = new StabilisationBuffer(store, new DeliveryStore(dataSource), folder, clock);
    this.ahead = ahead;
    this.lastServed = new LastServed(indexes);
    this.clock = clock;
  }

  /** Everything published, as last loaded. */
  public Snapshot snapshot() {
    return snapshot.get();
  }

  /** Editions whose published release could not be read from disk; empty when all is well. */
  public List<String> unreadable() {
    return unreadable;
  }

  /** Every release kept, published or not, with or without licence: for the operator's eyes. */
  public List<StoredRelease> list() {
    return store.list();
  }

  /**
   * A release that anyone may read, be it published now or before: one of before is read from its
   * file.
   */
  public Optional<PublishedRelease> findRelease(String edition, String release) {
    return find(snapshot(), edition, release)
        .or(() -> findState(edition, release).flatMap(earlier -> find(earlier, edition, release)));
  }

  private static Optional<PublishedRelease> find(Snapshot of, String edition, String release) {
    return of.releases().stream()
        .filter(each ->
            each.release().edition().id().equals(edition) && each.release().id().equals(release))
        .findFirst();
  }

  /**
   * Releases of an edition that were published here at some time, the newest state of the producer
   * first; what has no licence is not among them.
   */
  public List<StoredRelease> releases(String edition) {
    return archive.list(edition);
  }

  /** What was ever published here, of whichever edition, in order; taken back or not. */
  public List<PublicationEvent> publications() {
    return store.publications();
  }

  /**
   * What is published now, that edition standing at one of its {@link #releases(String)}; empty
   * where there is no such release, or its file cannot be read.
   *
   * @param release name of the release, in any case
   */
  public Optional<Snapshot> findState(String edition, String release) {
    return archive
        .find(edition, release)
        .flatMap(row -> archive.state(snapshot(), row, this::loadEarlier));
  }

  private Optional<Snapshot.Loaded> loadEarlier(StoredRelease row) {
    try {
      return Optional.of(load(row));
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} {} ne peut pas être relue", row.edition(), row.release(), e);
      return Optional.empty();
    }
  }

  /**
   * Loads what is published now. What is in memory already is kept, so that a switch costs one
   * release; a release that cannot be read leaves the earlier one of its edition served.
   */
  public synchronized void reload() {
    List<Snapshot.Loaded> before = snapshot.get().loaded();
    List<Snapshot.Loaded> loaded = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (StoredRelease stored : store.listPublished()) {
      if (stored.licence().isEmpty()) {
        continue;
      }
      Optional<Snapshot.Loaded> same = find(before, stored);
      try {
        loaded.add(same.isPresent() ? same.get() : load(stored));
      } catch (IOException | RuntimeException e) {
        LOG.error(
            "{} {} ne peut pas être lue ; l'état antérieur reste servi",
            stored.edition(),
            stored.release(),
            e);
        failed.add(stored.edition());
        before.stream()
            .filter(each -> each.stored().edition().equals(stored.edition()))
            .forEach(loaded::add);
      }
    }
    unreadable = List.copyOf(failed);
    archive.remember(store.listEverPublished());
    Snapshot earlier = snapshot.getAndSet(new Snapshot(loaded));
    folder.closeLater(earlier.search());
    ahead.close();
    lastServed.remember(loaded.stream().map(each -> each.stored().file()).toList());
    before.stream()
        .filter(each -> !loaded.contains(each))
        .forEach(each -> folder.closeLater(each.index()));
  }

  /**
   * Begins to read the file of a release that another process is about to publish, so that it is
   * served at once; a file that is not published after all is dropped with the next switch, or in
   * minutes.
   */
  void expect(String file) {
    ahead.announce(file);
  }

  private static Optional<Snapshot.Loaded> find(
      List<Snapshot.Loaded> loaded, StoredRelease stored) {
    return loaded.stream()
        .filter(each ->
            each.stored().file().equals(stored.file())
                && each.stored().licence().equals(stored.licence()))
        .findFirst();
  }

  private Snapshot.Loaded load(StoredRelease stored) throws IOException {
    Optional<ReadAhead.Found> found = ahead.take(stored.file());
    Release kept = found.isPresent() ? found.get().release() : folder.read(stored);
    ReleaseIndex index = index(stored, kept, found.flatMap(ReadAhead.Found::index));
    // What is withheld are texts: the links are the same.
    Inverse inverse = found.isPresent() ? found.get().inverse() : new Inverse(kept);
    PublishedRelease published = redaction.published(stored, RomeCollections.addTo(kept));
    List<PublishedCorrespondence> correspondences =
        published.release().correspondences().stream()
            .map(each -> new PublishedCorrespondence(published, each))
            .toList();
    return new Snapshot.Loaded(
        stored, published, inverse, correspondences, Additions.of(published), index);
  }

  /** An index opened before its licence was known shows all words, and may have to be another. */
  private ReleaseIndex index(StoredRelease stored, Release kept, Optional<ReleaseIndex> opened)
      throws IOException {
    if (opened.isPresent() && !redaction.applies(stored)) {
      return opened.get();
    }
    opened.ifPresent(ReleaseIndex::close);
    return folder.index(stored, kept);
  }

  /**
   * The published release of an edition, read from disk whatever its licence: for readers of other
   * sources and for the operator, never for a public channel.
   */
  public Optional<Release> findPublished(String edition) {
    return store.findPublished(edition).flatMap(folder::find);
  }

  /**
   * Publishes a checked release: compares it with the published one, keeps it as a file and a row,
   * and makes it the published one by one atomic switch. The same content twice changes nothing.
   *
   * @throws RefusedException if another import of the edition is under way
   */
  public ImportReport publish(Import request) throws IOException {
    List<ImportReport> report = new ArrayList<>(1);
    exclusively(
        request.release().edition().id(),
        () -> {
          try {
            report.add(run(request));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return report.getFirst();
  }

  private ImportReport run(Import request) throws IOException {
    Optional<Settlement> settlement = buffer.settle(request);
    Import settled = settlement.map(each -> request.of(each.release())).orElse(request);
    return new Publication(store, folder, clock, settled, settlement).run();
  }

  /**
   * What the last deliveries of an edition bring that is not published yet.
   *
   * @param rule when a change of the edition is settled
   */
  public List<PendingChange> listPending(String edition, Stabilisation rule) {
    return buffer.listPending(edition, rule);
  }

  /**
   * Who is touched by a release of an edition, in what the other editions publish.
   *
   * @param from release before; by default the published one if {@code to} is not published, else
   *     the one that was published before it
   * @param to release after, by default the published one; it may be one that waits
   * @throws RefusedException if there is no such release, or its file cannot be read
   */
  public Impact impact(String edition, Optional<String> from, Optional<String> to) {
    StoredRelease after =
        to.map(id -> getKept(edition, id))
            .or(() -> store.findPublished(edition))
            .orElseThrow(() -> noRelease(edition, "aucune version n'est publiée"));
    StoredRelease before =
        from.map(id -> getKept(edition, id))
            .or(() ->
                after.published() ? store.findPrevious(edition) : store.findPublished(edition))
            .orElseThrow(() -> noRelease(edition, "aucune version à laquelle comparer"));
    return Impact.between(
        getReadable(before), getReadable(after), folder.others(store.listPublished(), edition));
  }

  private StoredRelease getKept(String edition, String release) {
    return store.list().stream()
        .filter(each -> each.edition().equals(edition) && each.release().equals(release))
        .findFirst()
        .orElseThrow(() -> noRelease(edition, "la version " + release + " n'est pas conservée"));
  }

  private Release getReadable(StoredRelease row) {
    return folder
        .find(row)
        .orElseThrow(() ->
            RefusedException.of(
                row.edition(),
                "unreadable",
                "le fichier de la version "
                    + row.release()
                    + " manque ou est abîmé ; la réimporter"));
  }

  private void exclusively(String edition, Runnable task) {
    if (!store.exclusively(edition, task)) {
      throw RefusedException.of(
          edition,
          "busy",
          "un autre import de cette édition est en cours ; recommencer quand il sera fini");
    }
  }

  /**
   * Publishes a release that is kept, e.g. one that waits for a person's word.
   *
   * @return the release that is published now
   * @throws RefusedException if there is no such release, its file cannot be read, or an import of
   *     the edition is under way
   */
  public StoredRelease publish(String edition, String release) {
    List<StoredRelease> now = new ArrayList<>(1);
    exclusively(edition, () -> now.add(republish(edition, Optional.of(release), "publish")));
    return now.getFirst();
  }

  /**
   * Publishes again the release imported before the present one, or the one named.
   *
   * @return the release that is published now
   * @throws RefusedException if there is no such release, its file cannot be read, or an import of
   *     the edition is under way
   */
  public StoredRelease rollback(String edition, Optional<String> to) {
    List<StoredRelease> now = new ArrayList<>(1);
    exclusively(
        edition,
        () -> {
          now.add(republish(edition, to, "rollback"));
          // What was settled is doubted: it is to be seen as often again.
          buffer.forget(edition);
        });
    return now.getFirst();
  }

  private StoredRelease republish(String edition, Optional<String> to, String action) {
    StoredRelease target =
        to.map(id -> getKept(edition, id))
            .or(() -> store.findPrevious(edition))
            .orElseThrow(() -> noRelease(edition, "aucune version antérieure n'est conservée"));
    getReadable(target);
    store.publish(edition, target.release(), action, clock.instant());
    return target;
  }

  private static RefusedException noRelease(String edition, String message) {
    return RefusedException.of(
        edition, "no-release", message + " ; « passerelle releases » montre celles qui le sont");
  }
}
