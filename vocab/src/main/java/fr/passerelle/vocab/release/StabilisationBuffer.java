package fr.passerelle.vocab.release;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last deliveries of each edition whose source wobbles (the "table tampon" of QuiForme): what
 * they bring is published once it is settled.
 */
final class StabilisationBuffer {
  private final ReleaseStore releases;
  private final DeliveryStore deliveries;
  private final ReleaseFolder folder;
  private final Clock clock;

  StabilisationBuffer(
      ReleaseStore releases, DeliveryStore deliveries, ReleaseFolder folder, Clock clock) {
    this.releases = releases;
    this.deliveries = deliveries;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * What an import may publish; empty if all of it: where its edition is not stabilised, and where
   * nothing real is published yet. A delivery that is not a dry run is kept.
   *
   * @throws RefusedException if a later delivery was received already
   */
  Optional<Settlement> settle(Import request) throws IOException {
    String edition = request.release().edition().id();
    Optional<Release> published =
        request.stabilisation().isEmpty() ? Optional.empty() : findPublished(edition);
    if (request.stabilisation().isEmpty() || published.isEmpty()) {
      if (!request.dryRun()) {
        forget(edition);
      }
      return Optional.empty();
    }
    List<StoredDelivery> earlier = earlier(request);
    Iterator<Release> all = Stream.concat(Stream.of(request.release()), read(earlier)).iterator();
    Settlement settlement = Settlement.of(published.get(), all, request.stabilisation().get());
    if (!request.dryRun()) {
      keep(request, earlier);
    }
    return Optional.of(settlement);
  }

  /** What the deliveries kept leave pending; nothing where none is kept. */
  List<PendingChange> listPending(String edition, Stabilisation rule) {
    Iterator<Release> all = read(deliveries.list(edition)).iterator();
    return findPublished(edition)
        .filter(published -> all.hasNext())
        .map(published -> Settlement.of(published, all, rule).pending())
        .orElse(List.of());
  }

  /** The counting begins anew. */
  void forget(String edition) {
    for (StoredDelivery each : deliveries.list(edition)) {
      delete(each);
    }
  }

  private Optional<Release> findPublished(String edition) {
    return releases.findPublished(edition).filter(each -> !each.sample()).flatMap(folder::find);
  }

  /** Those that came before; the same file of the same day counts once however often it comes. */
  private List<StoredDelivery> earlier(Import request) {
    Release.Source source = request.release().source();
    List<StoredDelivery> kept = deliveries.list(request.release().edition().id());
    if (!kept.isEmpty() && kept.getFirst().issued().isAfter(source.issued())) {
      throw RefusedException.of(
          source.file(),
          "late-delivery",
          "livraison du %s, alors que celle du %s est déjà reçue ; --direct la publie sans tampon"
              .formatted(source.issued(), kept.getFirst().issued()));
    }
    if (kept.stream().anyMatch(each -> isSame(each, source))) {
      request.findings().remark("cette livraison était déjà reçue : elle ne compte qu'une fois");
    }
    return kept.stream().filter(each -> !isSame(each, source)).toList();
  }

  private static boolean isSame(StoredDelivery delivery, Release.Source source) {
    return delivery.issued().equals(source.issued())
        && delivery.sourceSha256().equals(source.sha256());
  }

  private void keep(Import request, List<StoredDelivery> earlier) throws IOException {
    Release release = request.release();
    Release.Source source = release.source();
    StoredDelivery row =
        new StoredDelivery(
            release.edition().id(),
            source.issued(),
            source.sha256(),
            source.file(),
            "%s/livraison-%s-%s.jsonl.gz"
                .formatted(
                    release.edition().id(), source.issued(), source.sha256().substring(0, 12)),
            clock.instant());
    if (deliveries.list(row.edition()).size() == earlier.size()) {
      // Files first: a row never names a file that is not whole on disk.
      folder.write(row, release);
      deliveries.add(row);
    }
    deleteNeedless(request, earlier);
  }

  /** What is too old to settle anything. */
  private void deleteNeedless(Import request, List<StoredDelivery> earlier) {
    Stabilisation rule = request.stabilisation().orElseThrow();
    List<StoredDelivery> needless = new ArrayList<>();
    LocalDate last = request.release().source().issued();
    LocalDate next = last;
    for (int i = 0; i < earlier.size(); i++) {
      if (!rule.needs(i + 1, next, last)) {
        needless.add(earlier.get(i));
      }
      next = earlier.get(i).issued();
    }
    for (StoredDelivery each : needless) {
      delete(each);
    }
  }

  /** Rows first, as files go: what no row names is read by nobody. */
  private void delete(StoredDelivery delivery) {
    deliveries.delete(delivery);
    folder.delete(delivery);
  }

  /** Read one at a time; a delivery whose file is lost ends what can be counted. */
  private Stream<Release> read(List<StoredDelivery> rows) {
    return rows.stream().map(folder::find).takeWhile(Optional::isPresent).flatMap(Optional::stream);
  }
}
